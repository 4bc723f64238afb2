package kaigo.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kaigo.viewing.Tab;

/**
 * ./kiban bench screens: each tab of 利用者詳細 with everything granted, beside the same person's whole file by the API, one
 * client over TLS, in turns; and 利用者一覧 of an office with ten thousand people.
 */
final class ScreensBench implements Measurement {

    private static final int OWN_LIST = 10_000;
    private static final int OF_EACH = 600;
    private static final int WARM_UP = 1_500;
    private static final double TIMES = 3;
    private static final int PAGE_BYTES = 100_000;
    private static final int LISTS = 300;
    private static final int PAGES = 40;
    private static final List<String> ORDERS = List.of("KANA", "NUMBER", "UNTIL");
    private static final String USERS = "/office/users";

    private final int persons;
    private final int rounds;
    private final PrintStream out;

    /** @param persons stored */
    ScreensBench(int persons, int rounds, PrintStream out) {
        this.persons = persons;
        this.rounds = rounds;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path files = Folders.create("kiban-bench-files");
        Path data = Folders.create("kiban-bench-screens");
        Comparison comparison = new Comparison(out);
        try (ReadCountry country = ReadCountry.create(data, files, persons, List.of())) {
            List<String> own = shorten(country);
            measure(country, own, comparison);
        } finally {
            Folders.delete(files);
            Folders.delete(data);
        }
        return comparison.bars();
    }

    /** An office with so many people is large enough. */
    private static List<String> shorten(ReadCountry country) throws Exception {
        try (Connection connection = country.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from insured.viewing v where (insurer_number, insured_number) not in"
                    + " (select insurer_number, insured_number from insured.viewing"
                    + " order by md5(insurer_number || insured_number) limit " + OWN_LIST + ")");
            statement.execute("vacuum analyze insured.viewing");
            return country.verified(connection);
        }
    }

    private void measure(ReadCountry country, List<String> own, Comparison comparison) throws Exception {
        UnaryOperator<String> names = country.handles();
        ReadClient api = country.tls();
        ScreenClient browser = country.browser();
        List<String> handles =
                api.allowed("/api/v1/users/", "/surveys", own.subList(0, Math.min(2_000, own.size())), names).stream()
                        .map(names)
                        .toList();
        out.printf("%,d people in the office's list, %,d of them to open%n", own.size(), handles.size());
        for (int i = 0; i < WARM_UP; i++) {
            String handle = handles.get(i % handles.size());
            api.get("/api/v1/users/" + handle + "/file");
            browser.get(USERS + "/" + handle + "/"
                    + Tab.ofOffice().get(i % Tab.ofOffice().size()).path());
        }
        for (int i = 0; i < LISTS; i++) {
            browser.get(USERS + "?order=" + ORDERS.get(i % ORDERS.size()) + "&page=" + i);
        }
        List<Round> all = Stream.generate(Round::new).limit(rounds).toList();
        Random chance = new Random(OF_EACH);
        for (int i = 0; i < OF_EACH; i++) {
            for (Round round : all) { // beside each other, so that what the host does falls on all alike
                round.open(handles.get(chance.nextInt(handles.size())), api, browser);
            }
        }
        for (int i = 0; i < rounds; i++) {
            out.printf("round %d of %d%n", i + 1, rounds);
            all.get(i).compare(comparison);
            list(browser);
        }
    }

    private final class Round {

        private final Times file = new Times();
        private final Map<Tab, Times> pages = new EnumMap<>(Tab.class);
        private int largest;

        void open(String handle, ReadClient api, ScreenClient browser) throws Exception {
            file.time(() -> api.get("/api/v1/users/" + handle + "/file"));
            for (Tab tab : Tab.ofOffice()) {
                String page = pages.computeIfAbsent(tab, one -> new Times())
                        .time(() -> browser.get(USERS + "/" + handle + "/" + tab.path()));
                largest = Math.max(largest, page.getBytes(StandardCharsets.UTF_8).length);
            }
        }

        void compare(Comparison comparison) {
            out.printf("  whole file by the API: %s%n", file);
            for (var page : pages.entrySet()) {
                out.printf("  %s: %s%n", page.getKey(), page.getValue());
                comparison.add(
                        "1 / time of the tab " + page.getKey() + " / of the whole file by the API",
                        1 / TIMES,
                        1 / page.getValue().percentile(50),
                        1 / file.percentile(50));
            }
            comparison.add("100 kB / largest page", 1, PAGE_BYTES, largest);
        }
    }

    private void list(ScreenClient browser) throws Exception {
        for (String order : ORDERS) {
            Times times = new Times();
            for (int page = 1; page <= PAGES; page++) {
                String address = USERS + "?order=" + order + "&page=" + page;
                times.time(() -> browser.get(address));
            }
            out.printf("  list by %s, pages 1 to %d: %s%n", order, PAGES, times);
        }
        Times csv = new Times();
        csv.time(() -> browser.get(USERS + ".csv"));
        out.printf("  the whole list as CSV: %s%n", csv);
    }

    /** Milliseconds of one thing done again and again. */
    private static final class Times {
        private final List<Double> millis = new ArrayList<>();

        interface Asked {
            String get() throws Exception;
        }

        String time(Asked asked) throws Exception {
            long begun = System.nanoTime();
            String answer = asked.get();
            millis.add((System.nanoTime() - begun) / 1e6);
            return answer;
        }

        double percentile(int percent) {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }

        @Override
        public String toString() {
            return "median %.1f ms, p95 %.1f ms".formatted(percentile(50), percentile(95));
        }
    }
}
