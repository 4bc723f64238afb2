package kaigo.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.access.InsurerPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.insured.load.PersonTarget;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Target;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 初期セットアップのファイル: what the set-up of an insurer has to know of its files and of the register. */
@Component
public class SetupFiles {

    private static final String OF_FILES = "states of files, no record";

    private final JdbcClient database;

    SetupFiles(JdbcClient database) {
        this.database = database;
    }

    private record Files(int sent, int failed, int waiting) {
        static final Files NONE = new Files(0, 0, 0);
    }

    /** One row per table of a municipality's records, in the order in which they are loaded. */
    public List<RegisterCount> counts(InsurerPermit permit) {
        Map<String, Files> files = files(permit);
        return Targets.ofMunicipality().stream()
                .map(target -> {
                    String id = Targets.initialInterface(target);
                    Files sent = files.getOrDefault(id, Files.NONE);
                    return new RegisterCount(
                            id, name(id), sent.sent(), registered(permit, target), sent.failed(), sent.waiting());
                })
                .toList();
    }

    private Map<String, Files> files(InsurerPermit permit) {
        Map<String, Files> files = new HashMap<>();
        database.sql("""
                select interface, sum(records), sum(failed), sum(waiting) from intake.file
                where insurer_number = ? and process = 'I' and status <> 90 group by interface""").param(permit.insurer().value()).query(row -> {
            files.put(row.getString(1), new Files(row.getInt(2), row.getInt(3), row.getInt(4)));
        });
        return files;
    }

    private int registered(InsurerPermit permit, Target target) {
        String view = target == PersonTarget.TARGET ? "insured.present" : target.shownView();
        return database.sql("select count(*) from " + view + " where insurer_number = ?")
                .param(permit.insurer().value())
                .query(Integer.class)
                .single();
    }

    private static String name(String interfaceId) {
        return Layouts.newest(interfaceId).map(Layout::head).orElseThrow().name();
    }

    /** Whether a file of the set-up is still being registered. */
    @NotAboutAPerson(OF_FILES)
    public boolean isOpen(InsurerNumber insurer) {
        return exists(insurer, "from intake.file where insurer_number = ? and process = 'I' and status in (10, 20)");
    }

    /** Whether any file of it, of whatever kind, is still being registered: the demo waits for it. */
    @NotAboutAPerson(OF_FILES)
    public boolean isAnyOpen(InsurerNumber insurer) {
        return exists(insurer, "from intake.file where insurer_number = ? and status in (10, 20)");
    }

    /** Whether a test file went through without an error. */
    @NotAboutAPerson(OF_FILES)
    public boolean isTestPassed(InsurerNumber insurer) {
        return exists(insurer, "from intake.file where insurer_number = ? and process = 'T' and status in (30, 31)");
    }

    /** Whether a daily file was registered already. */
    @NotAboutAPerson(OF_FILES)
    public boolean isDailyApplied(InsurerNumber insurer) {
        return exists(insurer, "from intake.run where insurer_number = ? and process = 'D'");
    }

    private boolean exists(InsurerNumber insurer, String from) {
        return database.sql("select exists (select " + from + ")")
                .param(insurer.value())
                .query(Boolean.class)
                .single();
    }
}
