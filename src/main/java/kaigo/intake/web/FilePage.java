package kaigo.intake.web;

import kaigo.intake.Receipt;
import kaigo.intake.ResultPage;
import kaigo.intake.Results.Only;
import kaigo.intake.Results.Section;
import kaigo.layout.ErrorId;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one file shows.
 *
 * @param list the page that its reader came from
 */
public record FilePage(String list, ResultPage result, Section section) {

    static final String OF_INSURER = "/files";

    public String path() {
        return list + "/" + result.file().receipt();
    }

    /** Whether it is the insurer that reads; else the 国保連合会 that has sent it. */
    public boolean isOfInsurer() {
        return list.equals(OF_INSURER);
    }

    public String address(Only wanted) {
        return path() + "?only=" + wanted;
    }

    /** The records of the file with this error or warning. */
    public String address(ErrorId cause) {
        return path() + "?cause=" + cause + "#records";
    }

    /** The same, for the insurer. */
    public static String address(Receipt receipt, ErrorId cause) {
        return OF_INSURER + "/" + receipt + "?cause=" + cause + "#records";
    }

    /** The same choice of records from another place on. */
    public String from(int after) {
        String choice = section.cause() == null ? address(section.only()) : path() + "?cause=" + section.cause();
        return choice + "&after=" + after;
    }

    public boolean isChosen(Only only) {
        return section.cause() == null && section.only() == only;
    }

    public boolean isMoving() {
        return result.file().progress().status().isMoving();
    }

    /** Where a page that moves asks whether there is anything new. */
    public @Nullable String again() {
        return isMoving()
                ? from(section.after()) + "&seen=" + result.file().progress().mark()
                : null;
    }
}
