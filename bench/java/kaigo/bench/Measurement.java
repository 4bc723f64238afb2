package kaigo.bench;

import java.util.List;

/** One thing that {@code ./kiban bench} measures. */
interface Measurement {
    List<Bar> run() throws Exception;
}
