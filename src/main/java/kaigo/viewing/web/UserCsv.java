package kaigo.viewing.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kaigo.insured.Banner;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/** 利用者一覧の CSV. Days are ISO 8601, which every spreadsheet reads. */
final class UserCsv {

    static final List<String> HEADINGS = Stream.of(
                    "insurer", "number", "name", "kana", "birth", "standing", "until", "request", "consent")
            .map(column -> ScreenText.text("users.csv." + column))
            .toList();

    private UserCsv() {}

    static List<String> cells(UserRow row) {
        Banner banner = row.banner();
        return List.of(
                row.insurerName(),
                row.number().value(),
                banner == null ? "" : banner.name(),
                banner == null ? "" : banner.nameKana(),
                banner == null ? "" : day(banner.birthDate()),
                ScreenText.text("users.standing." + row.standing()),
                day(row.viewableUntil()),
                day(row.requestFiledOn()),
                row.consent() == null ? "" : ScreenText.text("consentState." + row.consent()));
    }

    private static String day(@Nullable Object day) {
        return day == null ? "" : Objects.toString(day);
    }
}
