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

/**
 * 内容の検査の処理: the program of the process that looks into documents. On standard input come a command, a length and so
 * many bytes; on standard output goes one line of JSON for each. It ends with its input, and by itself when a document takes
 * longer than the limit: also when nobody is left who would end it.
 */
public final class CheckMain {

    /** The line that says that it is ready. */
    public static final String READY = "ready";

    /** Command: check one PDF. Others may come beside it. */
    public static final int CHECK = 'C';

    /** Exit code of a process that took longer than its limit. */
    public static final int OVERRUN = 4;

    private final DataInputStream questions;
    private final PrintStream answers;
    private final long limitMillis;

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
        var questions = new DataInputStream(new BufferedInputStream(System.in));
        new CheckMain(questions, answers, Long.parseLong(args[0])).answerAll();
    }

    private void answerAll() throws IOException {
        answers.print(READY + "\n");
        answers.flush();
        for (int command = questions.read(); command >= 0; command = questions.read()) {
            byte[] document = questions.readNBytes(questions.readInt());
            String answer = watched(command, document);
            answers.print(answer + "\n");
            answers.flush();
        }
    }

    private String watched(int command, byte[] document) {
        Semaphore done = new Semaphore(0);
        Thread.ofPlatform().daemon().start(() -> haltUnless(done));
        try {
            return switch (command) {
                case CHECK -> PdfCheck.check(document).json();
                default -> throw new IllegalArgumentException("no such command: " + command);
            };
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
