package kaigo.viewing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kaigo.access.CheckAnswer;
import kaigo.access.ConsentAnswer;
import kaigo.access.rules.Reason;
import kaigo.api.ApiError;
import kaigo.api.BusinessError;
import kaigo.filing.FilingAnswer;
import kaigo.opinion.LetterAnswer;

/**
 * エラーの一覧: everything that offices and clinics can be told, as data. The API answers from it, the screens show its sentences,
 * {@link ErrorDocs} writes docs/api-errors.md from it; the texts stand in messages_ja.properties alone.
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

    /** Of the two APIs themselves. */
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

    /** 届出. */
    public static List<Entry> filings() {
        return Arrays.stream(FilingAnswer.values())
                .filter(answer -> answer != FilingAnswer.SENT && answer != FilingAnswer.SENT_BEFORE)
                .map(answer -> new Entry(answer.name(), answer.sentence(), answer.nextStep()))
                .toList();
    }

    /** 意見書と請求書. */
    public static List<Entry> letters() {
        return Arrays.stream(LetterAnswer.values())
                .filter(answer -> !Set.of(LetterAnswer.DONE, LetterAnswer.ALREADY, LetterAnswer.ABSENT)
                        .contains(answer))
                .map(answer -> new Entry(answer.name(), answer.sentence(), answer.nextStep()))
                .toList();
    }

    /** Whatever can stand as {@code code} in {@code errors} of the reading API, each once. */
    public static List<String> businessCodes() {
        return codes(Stream.of(viewing(), reasons(), checks()));
    }

    /** The same of what is sent. */
    public static List<String> sendingCodes() {
        return codes(Stream.of(viewing(), reasons(), filings(), letters()));
    }

    private static List<String> codes(Stream<List<Entry>> entries) {
        return entries.flatMap(List::stream).map(Entry::code).distinct().toList();
    }

    public static List<SystemEntry> system() {
        return Arrays.stream(ApiError.values())
                .map(error -> new SystemEntry(error.status(), new Entry(error.name(), error.title(), error.remedy())))
                .toList();
    }
}
