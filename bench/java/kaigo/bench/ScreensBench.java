package kaigo.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final int OF_EACH = 1_000;
    private static final double TIMES = 3;
    private static final int PAGE_BYTES = 100_000;
    private static final int LISTS = 300;
    private static final int PAGES = 40;
    private static final List<String> ORDERS = List.of("KANA", "NUMBER", "UNTIL");
    private static final String USERS = "/office/users";
    private static final String FILE = "whole file by the API";

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
        List<String> handles = api
                .allowed(ReadClient.USERS, ReadClient.SURVEYS, own.subList(0, Math.min(2_000, own.size())), names)
                .stream()
                .map(names)
                .toList();
        out.printf("%,d people in the office's list, %,d of them to open%n", own.size(), handles.size());
        Map<String, Opening> openings = openings(api, browser);
        warmUp(openings, handles, browser);
        List<Round> all = Stream.generate(Round::new).limit(rounds).toList();
        List<Round> order = new ArrayList<>(all);
        Random lot = new Random(OF_EACH);
        for (int i = 0; i < OF_EACH; i++) {
            Collections.shuffle(order, lot);
            for (Round round : order) { // beside each other, so that what the host does falls on all alike
                round.open(handles.get(lot.nextInt(handles.size())), openings, lot);
            }
        }
        for (int i = 0; i < rounds; i++) {
            out.printf("round %d of %d%n", i + 1, rounds);
            all.get(i).compare(comparison);
            list(browser);
        }
    }

    /** What one client asks for of a person. */
    private interface Opening {
        String of(String handle) throws Exception;
    }

    private static Map<String, Opening> openings(ReadClient api, ScreenClient browser) {
        Map<String, Opening> openings = new LinkedHashMap<>();
        openings.put(FILE, handle -> api.get(ReadClient.USERS + handle + "/file"));
        for (Tab tab : Tab.ofOffice()) {
            openings.put(tab.name(), handle -> browser.get(USERS + "/" + handle + "/" + tab.path()));
        }
        return openings;
    }

    private void warmUp(Map<String, Opening> openings, List<String> handles, ScreenClient browser) throws Exception {
        List<Opening> all = List.copyOf(openings.values());
        Random lot = new Random(OF_EACH);
        Pace.warmUp(List.of(() -> all.get(lot.nextInt(all.size())).of(handles.get(lot.nextInt(handles.size())))), out);
        for (int i = 0; i < LISTS; i++) {
            browser.get(USERS + "?order=" + ORDERS.get(i % ORDERS.size()) + "&page=" + i);
        }
    }

    private final class Round {

        private final Map<String, Times> times = new HashMap<>();
        private int largest;

        void open(String handle, Map<String, Opening> openings, Random lot) throws Exception {
            List<String> order = new ArrayList<>(openings.keySet());
            Collections.shuffle(order, lot);
            for (String name : order) {
                String page = times.computeIfAbsent(name, one -> new Times())
                        .time(() -> openings.get(name).of(handle));
                if (!name.equals(FILE)) {
                    largest = Math.max(largest, page.getBytes(StandardCharsets.UTF_8).length);
                }
            }
        }

        void compare(Comparison comparison) {
            Times file = times.get(FILE);
            out.printf("  whole file by the API: %s%n", file);
            for (Tab tab : Tab.ofOffice()) {
                Times page = times.get(tab.name());
                out.printf("  %s: %s%n", tab, page);
                comparison.add(
                        "1 / time of the tab " + tab + " / of the whole file by the API",
                        1 / TIMES,
                        1 / page.percentile(50),
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
