package kaigo.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * 監査記録の末尾 of one stream: what an operator looks at each morning.
 *
 * @param lastNumber number of the last entry
 * @param lastHead number that the last exported head names, 0 if there is none
 */
public record StreamEnd(short stream, long lastNumber, long lastHead) {

    /** Entries that could be cut off unnoticed. */
    public long unanchored() {
        return Math.max(0, lastNumber - lastHead);
    }

    /** Of every stream in the database, in its order. */
    public static List<StreamEnd> all(DataSource database, Path headFile) throws SQLException, IOException {
        AuditStore store = new AuditStore(database);
        List<Short> streams = store.streams();
        Map<Short, Long> heads = AuditHeads.lastNumbers(headFile, streams);
        List<StreamEnd> ends = new ArrayList<>();
        for (short stream : streams) {
            ends.add(new StreamEnd(stream, store.end(stream).number(), heads.getOrDefault(stream, 0L)));
        }
        return ends;
    }
}
