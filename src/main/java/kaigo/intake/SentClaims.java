package kaigo.intake;

import java.util.List;
import java.util.Optional;
import kaigo.access.Gate;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.Results.Section;
import kaigo.participants.Insurers;
import kaigo.shared.FederationViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 送った給付実績: what became of the files of a 国保連合会, for the one that has sent them. */
@Component
public class SentClaims {

    private final Gate gate;
    private final SentClaimStore store;
    private final FileStore files;
    private final Results results;
    private final Insurers insurers;

    SentClaims(Gate gate, SentClaimStore store, FileStore files, Results results, Insurers insurers) {
        this.gate = gate;
        this.store = store;
        this.files = files;
        this.results = results;
        this.insurers = insurers;
    }

    /** The newest first. */
    public List<ReceivedFile> list(FederationViewer viewer, int offset, int limit) {
        return store.list(viewer, offset, limit);
    }

    /**
     * One of its files with the causes of its errors, and a section of its records.
     *
     * @param seen the {@link ReceivedFile.Progress#mark()} that the viewer already sees, or null
     * @return empty for a file that somebody else has sent, too
     */
    public Optional<ResultPage> findPage(
            FederationViewer viewer, Receipt receipt, Section section, @Nullable String seen) {
        if (!viewer.isOfPrefecture(receipt.insurer())
                || insurers.find(receipt.insurer()).isEmpty()) {
            return Optional.empty(); // an insurer that it has nothing to do with is looked at by nobody: no entry
        }
        return gate.look(viewer.on(receipt.insurer()), Purpose.READ_SENT_CLAIMS, permit -> {
            Optional<ResultPage> found = files.find(permit, receipt)
                    .filter(file -> viewer.hasSent(file.reception().by()))
                    .map(file -> results.page(permit, file, section, seen));
            return new Looked<>(found, found.map(ResultPage::subjects).orElse(List.of()));
        });
    }
}
