package kaigo.documents.check;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * 内容の検査と描画の処理: the program of the process that looks into documents. On standard input come a command and what it
 * needs; on standard output goes one line of JSON for each, and behind it the bytes that the line announces. It ends with its
 * input, and by itself when a command takes longer than the limit: also when nobody is left who would end it.
 */
public final class CheckMain {

    /** The line that says that it is ready. */
    public static final String READY = "ready";

    /** Command: check one PDF. A length and so many bytes follow. */
    public static final int CHECK = 'C';

    /** Command: hold one PDF for those that follow. A length and so many bytes follow. */
    public static final int HOLD = 'H';

    /** Command: draw a page of the one that is held. The page's number follows, from 1 on. */
    public static final int DRAW = 'D';

    /** Command: the outline of the one that is held. */
    public static final int OUTLINE = 'O';

    /** Exit code of a process that took longer than its limit. */
    public static final int OVERRUN = 4;

    private final DataInputStream questions;
    private final PrintStream answers;
    private final long limitMillis;
    private final HeldDocument held = new HeldDocument();

    private CheckMain(DataInputStream questions, PrintStream answers, long limitMillis) {
        this.questions = questions;
        this.answers = answers;
        this.limitMillis = limitMillis;
    }

    /** Argument: the limit in milliseconds. */
    public static void main(String[] args) throws IOException {
        PrintStream answers =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        FontMappers.set(new OwnFont(FontMappers.instance()));
        var questions = new DataInputStream(new BufferedInputStream(System.in));
        new CheckMain(questions, answers, Long.parseLong(args[0])).answerAll();
    }

    private interface Answering {
        Answer answer();
    }

    private void answerAll() throws IOException {
        answers.print(READY + "\n");
        answers.flush();
        for (int command = questions.read(); command >= 0; command = questions.read()) {
            Answer answer = watched(answering(command));
            answers.print(answer.json() + "\n");
            answers.write(answer.picture());
            answers.write(answer.text());
            answers.flush();
        }
    }

    private Answering answering(int command) throws IOException {
        return switch (command) {
            case CHECK -> {
                byte[] document = document();
                yield () -> PdfCheck.check(document);
            }
            case HOLD -> {
                byte[] document = document();
                yield () -> held.hold(document);
            }
            case DRAW -> {
                int page = questions.readInt();
                yield () -> held.draw(page);
            }
            case OUTLINE -> held::outline;
            default -> throw new IllegalArgumentException("no such command: " + command);
        };
    }

    private byte[] document() throws IOException {
        return questions.readNBytes(questions.readInt());
    }

    private Answer watched(Answering answering) {
        Semaphore done = new Semaphore(0);
        Thread.ofPlatform().daemon().start(() -> haltUnless(done));
        try {
            return answering.answer();
        } finally {
            done.release();
        }
    }

    private void haltUnless(Semaphore done) {
        try {
            if (done.tryAcquire(limitMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            // then there is no watch any more
        }
        Runtime.getRuntime().halt(OVERRUN);
    }
}
