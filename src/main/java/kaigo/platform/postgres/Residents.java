package kaigo.platform.postgres;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The PostgreSQL processes that live in a data folder: each keeps it as its working folder. */
final class Residents {
    private Residents() {}

    /**
     * Asked under the server's account: without the right to trace others even root can't read this of another user's
     * process (the usual container).
     */
    static Set<Long> of(Path pgdata, ServerAccount account) {
        var outcome = Command.run(account.command(List.of(
                "find",
                "/proc",
                "-mindepth",
                "2",
                "-maxdepth",
                "2",
                "-path",
                "/proc/[0-9]*",
                "(",
                "-name",
                "cwd",
                "-o",
                "-name",
                "exe",
                ")",
                "-printf",
                "%h\t%f\t%l\n")));
        Set<Long> inFolder = new HashSet<>();
        Set<Long> servers = new HashSet<>();
        for (String line : outcome.output().lines().toList()) {
            String[] part = line.split("\t", -1);
            if (part.length != 3) {
                continue;
            }
            if (part[1].equals("cwd") && part[2].equals(pgdata.toString())) {
                inFolder.add(pid(part[0]));
            }
            if (part[1].equals("exe") && part[2].matches(".*/postgres( \\(deleted\\))?")) {
                servers.add(pid(part[0]));
            }
        }
        // a person's shell may stand in the folder as well; that is none of our business
        inFolder.retainAll(servers);
        return inFolder;
    }

    private static long pid(String procFolder) {
        return Long.parseLong(procFolder.substring("/proc/".length()));
    }
}
