package kaigo.insured;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 医療保険者等向け中間サーバ: gives the PMHキー of a person for the マイナンバー. The real call is not public; this contract
 * is ours (docs/intermediate-server.md).
 */
public interface IntermediateServer {

    /** At most this many questions at once. */
    int BATCH = 1_000;

    /**
     * Answers come in any order, one per question.
     *
     * @throws IntermediateServerUnavailable if there is no answer in time; every question may be asked again
     */
    List<Answer> ask(List<Question> questions);

    /**
     * @param reference names the question within this call; says nothing about the person
     * @param myNumber 12 digits in ASCII; whoever made the question wipes it
     * @param sex code of 性別
     */
    record Question(
            String reference, byte[] myNumber, @Nullable LocalDate birthDate, String sex) {
        @Override
        public String toString() {
            return "Question[" + reference + "]";
        }
    }

    /** @param pmhKey opaque; present if and only if linked */
    record Answer(String reference, Outcome outcome, byte @Nullable [] pmhKey) {
        @Override
        public String toString() {
            return "Answer[" + reference + " " + outcome + "]";
        }
    }

    enum Outcome {
        LINKED,
        /** 医療保険者等向け中間サーバにマイナンバーが登録されていない. */
        NOT_REGISTERED,
        /** 生年月日 or 性別 differ from what the server holds. */
        MISMATCH,
        /** This one question could not be answered in time. */
        LATER
    }
}
