package kaigo.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import kaigo.intake.Answer;
import kaigo.intake.Archive;
import kaigo.intake.Archive.Problem;
import kaigo.intake.Archive.Visitor;
import kaigo.intake.Incoming;
import kaigo.intake.Reception.Delivery;
import kaigo.layout.FileName;
import kaigo.layout.UnusableFile;

/** 送る: hands what a screen sends to the reception, a ZIP entry by entry. */
final class Sending {

    /** Bytes of one file on the screen (issue note "interface" 9.9; proposed, ours). */
    static final int MEGABYTES = 50;

    private static final long LIMIT = MEGABYTES * 1024L * 1024;

    private Sending() {}

    /** Throws IOException or UncheckedIOException if the sender's connection breaks. */
    static void send(Delivery delivery, String name, InputStream bytes, Consumer<Outcome> outcomes) throws IOException {
        if (!Archive.isArchive(name)) {
            outcomes.accept(receive(delivery, name, bytes));
            return;
        }
        Archive.read(bytes, new Visitor() {
            @Override
            public void file(String entry, InputStream content) {
                if (FileName.isPart(entry)) {
                    receivePart(delivery, entry, content, outcomes);
                } else {
                    outcomes.accept(receive(delivery, entry, content));
                }
            }

            @Override
            public void refused(String entry, Problem problem) {
                outcomes.accept(Outcome.of(entry.isEmpty() ? name : entry, problem));
            }
        });
        delivery.finishSets().forEach((set, answer) -> outcomes.accept(Outcome.of(set.toString(), answer)));
    }

    private static void receivePart(Delivery delivery, String entry, InputStream content, Consumer<Outcome> outcomes) {
        try {
            delivery.receivePart(FileName.parse(entry), new Incoming(content, entry, LIMIT));
        } catch (UnusableFile e) {
            outcomes.accept(Outcome.of(entry, new Answer.Refused(e, null)));
        }
    }

    private static Outcome receive(Delivery delivery, String name, InputStream bytes) {
        return Outcome.of(name, delivery.receive(new Incoming(bytes, name, LIMIT)));
    }
}
