package kaigo.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kaigo.shared.InsurerNumber;

/**
 * ./kiban bench send: fifty members open a set of 200 pages at once, the first page beside a static file of the same size,
 * while others go on reading; and the heap that a PDF of nearly 20 MB takes on its way in and out, beside a small one.
 */
final class SendBench implements Measurement {

    private static final String INSURER = InsurerNumber.ofFirstFive("44300").value();
    private static final int PAGES = 200;
    private static final double SECONDS = 5;

    private final int rounds;
    private final PrintStream out;

    SendBench(int rounds, PrintStream out) {
        this.rounds = rounds;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path data = Folders.create("kiban-bench-send");
        Path files = Folders.create("kiban-bench-files");
        Comparison comparison = new Comparison(out);
        try (ChildServer server =
                new ChildServer(new ChildServer.Settings(data, "512m", null, false, null, List.of()))) {
            server.ask("insurer " + INSURER + " 2026-11-11");
            int port = Integer.parseInt(String.valueOf(server.ask("committee")));
            heap(server, port, files, comparison);
            String meeting = publish(server, MeetingPapers.text(files.resolve("text.pdf"), PAGES));
            open(port, meeting, comparison);
        } finally {
            Folders.delete(files);
            Folders.delete(data);
        }
        return comparison.bars();
    }

    private static String publish(ChildServer server, Path pdf) {
        return String.valueOf(server.ask("publish " + INSURER + " " + pdf));
    }

    /** What is live after a full collection, again and again, while a set is taken in and read whole by one member. */
    private void heap(ChildServer server, int port, Path files, Comparison comparison) throws Exception {
        List<Double> live = new ArrayList<>();
        for (int pages : List.of(1, 1, 190)) { // the first one warms up
            Path pdf = MeetingPapers.scanned(files.resolve("scan-" + live.size() + ".pdf"), pages);
            server.ask("watch");
            String meeting = publish(server, pdf);
            byte[] read = MemberClient.signedIn(port, INSURER, CommitteeSets.login(0))
                    .bytes("/committee/" + meeting + "/pdf");
            live.add(Double.parseDouble(String.valueOf(server.ask("watched"))) / 1e6);
            out.printf(
                    "PDF of %,d bytes, read again %,d: %.1f MB live at most%n",
                    Files.size(pdf), read.length, live.getLast());
        }
        comparison.add("heap with a small PDF / with one of nearly 20 MB", 0, live.get(1), live.get(2));
    }

    private void open(int port, String meeting, Comparison comparison) throws Exception {
        String set = "/committee/" + meeting;
        List<MemberClient> members = new ArrayList<>();
        for (int member = 0; member < CommitteeSets.MEMBERS; member++) {
            members.add(MemberClient.signedIn(port, INSURER, CommitteeSets.login(member)));
        }
        List<MemberClient> staff = new ArrayList<>();
        for (int reader = 0; reader < Pace.CLIENTS / 2; reader++) {
            staff.add(MemberClient.signedIn(port, INSURER, "tanto"));
        }
        long begun = System.nanoTime();
        for (int page = 1; page <= PAGES; page++) {
            while (members.getFirst().status(set + "/pages/" + page + "/picture") != 200) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        out.printf(
                "all %d pages drawn %.0f s after the members had signed in%n",
                PAGES, (System.nanoTime() - begun) / 1e9);
        int size = members.getFirst().bytes(set + "/pages/1/picture").length;
        out.printf("the first page's picture: %,d bytes%n", size);
        for (int round = 1; round <= rounds; round++) {
            out.printf("round %d of %d%n", round, rounds);
            double plain = median(atOnce(members, member -> member.bytes(CommitteeSets.STATIC + size)));
            double first = median(atOnce(members, member -> {
                member.bytes(set + "/pages/1");
                member.bytes(set + "/pages/1/picture");
            }));
            out.printf(
                    "  fifty at once: static file %.0f ms, first page with its picture %.0f ms (medians)%n",
                    plain, first);
            comparison.add("1 / first page for fifty at once / a static file of its size", 0, 1 / first, 1 / plain);
            reads(members, staff, set, comparison);
        }
    }

    /** Pages of a municipality, alone and while fifty members go from page to page. */
    private void reads(List<MemberClient> members, List<MemberClient> staff, String set, Comparison comparison)
            throws Exception {
        List<Pace.Reader> readers = staff.stream()
                .map(one -> (Pace.Reader) () -> one.bytes("/opinion-requests"))
                .toList();
        Pace alone = Pace.of(readers, SECONDS);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<List<Double>> opening = threads.submit(() -> {
                List<Double> taken = new ArrayList<>();
                for (int page = 1; page <= 4; page++) {
                    String picture = set + "/pages/" + page + "/picture";
                    taken.addAll(atOnce(members, member -> member.bytes(picture)));
                }
                return taken;
            });
            Pace beside = Pace.of(readers, SECONDS);
            List<Double> taken = opening.get();
            out.printf(
                    "  reads alone %.0f a second (p99 %.0f ms), beside them %.0f (p99 %.0f ms); pictures p50 %.0f, p95 %.0f ms%n",
                    alone.aSecond(),
                    alone.p99Millis(),
                    beside.aSecond(),
                    beside.p99Millis(),
                    median(taken),
                    taken.stream().sorted().toList().get(taken.size() * 95 / 100));
            comparison.add("reads a second beside fifty members / alone", 0, beside.aSecond(), alone.aSecond());
        }
    }

    private interface Opening {
        void by(MemberClient member) throws Exception;
    }

    /** Milliseconds of each. */
    private static List<Double> atOnce(List<MemberClient> members, Opening opening) throws Exception {
        List<Callable<Double>> all = new ArrayList<>();
        for (MemberClient member : members) {
            all.add(() -> {
                long begun = System.nanoTime();
                opening.by(member);
                return (System.nanoTime() - begun) / 1e6;
            });
        }
        List<Double> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(members.size())) {
            for (Future<Double> one : threads.invokeAll(all)) {
                taken.add(one.get());
            }
        }
        return taken;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
