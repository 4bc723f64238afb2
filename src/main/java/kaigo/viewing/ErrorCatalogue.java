package kaigo.viewing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kaigo.access.CheckAnswer;
import kaigo.access.ConsentAnswer;
import kaigo.access.rules.Reason;
import kaigo.api.ApiError;
import kaigo.api.BusinessError;

/**
 * エラーの一覧: everything that offices and clinics can be told, as data. The API answers from it, the screens show its sentences,
 * {@link ErrorDocs} writes docs/reading-errors.md from it; the texts stand in messages_ja.properties alone.
 */
public final class ErrorCatalogue {

    private ErrorCatalogue() {}

    /**
     * @param message what is wrong
     * @param nextStep what to do
     */
    public record Entry(String code, String message, String nextStep) {}

    /** A system error with its status of HTTP. */
    public record SystemEntry(int status, Entry entry) {}

    /** Of the API itself. */
    public static List<Entry> viewing() {
        return Arrays.stream(BusinessError.values())
                .map(error -> new Entry(error.name(), error.sentence(), error.nextStep()))
                .toList();
    }

    /** Why something is not shown, in the order in which it is asked for. */
    public static List<Entry> reasons() {
        return Arrays.stream(Reason.values())
                .map(reason -> new Entry(reason.name(), reason.sentence(), reason.nextStep()))
                .toList();
    }

    /** 本人確認. */
    public static List<Entry> checks() {
        return Arrays.stream(CheckAnswer.values())
                .filter(answer -> answer != CheckAnswer.VERIFIED)
                .map(answer -> new Entry(answer.name(), answer.sentence(), answer.nextStep()))
                .toList();
    }

    /** 口頭の同意, on the screen only. */
    public static List<Entry> hearings() {
        return Arrays.stream(ConsentAnswer.values())
                .filter(answer -> answer != ConsentAnswer.RECORDED)
                .map(answer -> new Entry(answer.name(), answer.sentence(), answer.nextStep()))
                .toList();
    }

    /** Whatever can stand as {@code code} in {@code errors}, each once. */
    public static List<String> businessCodes() {
        return Stream.of(viewing(), reasons(), checks())
                .flatMap(List::stream)
                .map(Entry::code)
                .distinct()
                .toList();
    }

    public static List<SystemEntry> system() {
        return Arrays.stream(ApiError.values())
                .map(error -> new SystemEntry(error.status(), new Entry(error.name(), error.title(), error.remedy())))
                .toList();
    }
}
