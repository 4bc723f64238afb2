package kaigo.platform.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of the server, given on its command line, where nothing inside the database can replace them. */
final class ServerOptions {

    private static final int LEAST_BUFFERS = 128;
    private static final int MOST_BUFFERS = 8_192;

    private ServerOptions() {}

    static List<String> arguments(PostgresSettings settings, int port, String socketFolder, String walCompression) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", String.valueOf(port));
        all.put("unix_socket_directories", socketFolder);
        all.put("unix_socket_permissions", "0700");
        all.put("password_encryption", "scram-sha-256");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        durability(all, settings.durable());
        all.put("wal_compression", walCompression);
        sizes(all);
        silence(all);
        all.putAll(settings.extra());
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private static void durability(Map<String, String> all, boolean durable) {
        String onOrOff = durable ? "on" : "off";
        all.put("fsync", onOrOff);
        all.put("full_page_writes", onOrOff);
        all.put("synchronous_commit", onOrOff);
    }

    /** For a machine of two cores that loads in bulk. */
    private static void sizes(Map<String, String> all) {
        all.put("max_connections", "60");
        all.put("shared_buffers", quarterOfMemory() + "MB");
        all.put("work_mem", "32MB");
        all.put("max_wal_size", "4GB");
        all.put("checkpoint_timeout", "15min");
        all.put("jit", "off");
    }

    /**
     * A quarter of the machine, as PostgreSQL's manual advises, in MB: a municipality that is read all day stays in it. What is
     * not used is not taken.
     */
    private static long quarterOfMemory() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(machine.getTotalMemorySize() / 4 >> 20, LEAST_BUFFERS, MOST_BUFFERS);
    }

    /**
     * Statements, parameters, details and even the first line of an error ("invalid input syntax for …") hold personal
     * values, so the log takes only the server's own events: level LOG and above, which leaves ERROR out.
     */
    private static void silence(Map<String, String> all) {
        all.put("log_min_messages", "log");
        all.put("log_error_verbosity", "terse");
        all.put("log_statement", "none");
        all.put("log_min_error_statement", "panic");
        all.put("log_parameter_max_length", "0");
        all.put("log_parameter_max_length_on_error", "0");
    }
}
