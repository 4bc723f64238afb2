package kaigo.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import kaigo.intake.Answer;
import kaigo.intake.Archive;
import kaigo.intake.Archive.Problem;
import kaigo.intake.Archive.Visitor;
import kaigo.intake.Incoming;
import kaigo.intake.Reception.Delivery;
import kaigo.intake.Targets;
import kaigo.layout.FileName;
import kaigo.layout.UnusableFile;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** 送る: hands what a screen sends to the reception, a ZIP entry by entry. */
final class Sending {

    /** Bytes of one file on the screen (issue note "interface" 9.9; proposed, ours). */
    static final int MEGABYTES = 50;

    private static final long LIMIT = MEGABYTES * 1024L * 1024;

    private Sending() {}

    /** The name of a file that a script sends in a header, percent-encoded; one that is not is refused. */
    static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "X-File-Name", e);
        }
    }

    /** Throws IOException or UncheckedIOException if the sender's connection breaks. */
    static void send(Delivery delivery, String name, InputStream bytes, Consumer<Outcome> outcomes) throws IOException {
        if (!Archive.isArchive(name)) {
            one(delivery, name, bytes, outcomes);
            return;
        }
        KeptDocuments documents = new KeptDocuments(name, outcomes);
        Archive.read(bytes, new Visitor() {
            @Override
            public void file(String entry, InputStream content) throws IOException {
                if (FileName.isPart(entry)) {
                    part(delivery, entry, content, outcomes);
                } else {
                    one(delivery, entry, content, documents);
                }
            }

            @Override
            public void refused(String entry, Problem problem) {
                outcomes.accept(Outcome.of(entry.isEmpty() ? name : entry, problem));
            }
        });
        documents.tell();
    }

    /** What became of an archive: its documents that are kept are hundreds, and one line. */
    private static final class KeptDocuments implements Consumer<Outcome> {
        private final String archive;
        private final Consumer<Outcome> outcomes;
        private int documents;
        private int pages;

        KeptDocuments(String archive, Consumer<Outcome> outcomes) {
            this.archive = archive;
            this.outcomes = outcomes;
        }

        @Override
        public void accept(Outcome outcome) {
            if (outcome.isDocument()) {
                documents++;
                pages += outcome.pages();
            } else {
                outcomes.accept(outcome);
            }
        }

        void tell() {
            if (documents > 0) {
                outcomes.accept(Outcome.kept(archive, documents, pages));
            }
        }
    }

    /** Behind the last file of a request: what had to wait for others. */
    static void finish(Delivery delivery, Consumer<Outcome> outcomes) {
        delivery.finishSets().forEach((name, answer) -> outcomes.accept(Outcome.of(name.toString(), answer)));
    }

    private static void one(Delivery delivery, String name, InputStream bytes, Consumer<Outcome> outcomes)
            throws IOException {
        if (Archive.isDocument(name)) {
            outcomes.accept(Outcome.of(name, delivery.keep(bytes)));
        } else if (Targets.namesDocuments(name)) {
            part(delivery, name, bytes, outcomes);
        } else {
            outcomes.accept(Outcome.of(name, delivery.receive(new Incoming(bytes, name, LIMIT))));
        }
    }

    private static void part(Delivery delivery, String name, InputStream content, Consumer<Outcome> outcomes) {
        try {
            delivery.receivePart(FileName.parse(name), new Incoming(content, name, LIMIT));
        } catch (UnusableFile e) {
            outcomes.accept(Outcome.of(name, new Answer.Refused(e, null)));
        }
    }
}
