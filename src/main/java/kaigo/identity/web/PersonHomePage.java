package kaigo.identity.web;

import java.util.List;

/** What the first page of the insured shows. */
public record PersonHomePage(List<File> files) {

    /** At which insurer, under which number. */
    public record File(String insurer, String insuredNumber) {}
}
