package kaigo.bench;

import java.io.PrintStream;
import java.util.List;

/** What is measured in turns with others: readers of one country. */
final class Side {

    private final String name;
    private final ReadCountry country;
    private final List<Pace.Reader> readers;
    private final PrintStream out;
    private final Pace.Turns turns = new Pace.Turns();
    private final double[] coreSeconds = new double[2];

    Side(String name, ReadCountry country, List<Pace.Reader> readers, PrintStream out) {
        this.name = name;
        this.country = country;
        this.readers = readers;
        this.out = out;
    }

    void take(double seconds) throws Exception {
        double[] before = country.coreSeconds();
        turns.take(readers, seconds);
        double[] after = country.coreSeconds();
        for (int i = 0; i < coreSeconds.length; i++) {
            coreSeconds[i] += after[i] - before[i];
        }
    }

    /** Of all turns so far. */
    Pace pace() {
        Pace pace = turns.pace();
        out.printf(
                "  %s: %,.0f/s, p99 %.1f ms; core seconds: server %.1f, database %.1f%n",
                name, pace.aSecond(), pace.p99Millis(), coreSeconds[0], coreSeconds[1]);
        return pace;
    }
}
