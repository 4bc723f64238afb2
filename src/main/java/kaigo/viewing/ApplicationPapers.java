package kaigo.viewing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import kaigo.access.FileGate;
import kaigo.access.FileGate.Found;
import kaigo.access.FilePermit;
import kaigo.access.Opened;
import kaigo.access.OwnInsuredGate;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.certification.Certifications;
import kaigo.documents.Document;
import kaigo.documents.PersonDocuments;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;

/** 一つの申請の書類: 認定調査票, 主治医意見書 and 認定審査会資料 of one application, and the images of forms. */
@Component
public class ApplicationPapers {

    /** What an image of a form can show. */
    public static final Set<Kind> KINDS = Part.FORMS.kinds();

    private final FileGate gate;
    private final OwnInsuredGate own;
    private final Certifications certifications;
    private final PersonDocuments documents;

    ApplicationPapers(FileGate gate, OwnInsuredGate own, Certifications certifications, PersonDocuments documents) {
        this.gate = gate;
        this.own = own;
        this.certifications = certifications;
        this.documents = documents;
    }

    /** An array of one; of none, if this application is not certified or not there. */
    public Opened<String> open(InstitutionViewer viewer, PersonKey person, Paper paper, String historyNo) {
        BiFunction<FilePermit, String, String> reader = switch (paper) {
            case SURVEY -> certifications::findSurvey;
            case OPINION -> certifications::findOpinion;
            case COMMITTEE_SHEET -> certifications::findCommitteeSheet;
        };
        return gate.open(
                viewer,
                person.insurer(),
                person.insured(),
                EnumSet.of(paper.kind()),
                permit -> reader.apply(permit, historyNo));
    }

    /** Where a document that was found is to go. */
    public interface Taker {
        OutputStream take(Kind kind, Document document) throws IOException;
    }

    private record Image(Kind kind, Document document) {}

    /**
     * Sends a document of this person, if its kind may be seen; else nothing is taken. Somebody else's document, and one
     * that does not exist, are not there.
     *
     * @param sha256 64 lower-case hexadecimal digits
     */
    public Opened<Boolean> send(InstitutionViewer viewer, PersonKey person, String sha256, Taker taker)
            throws IOException {
        Opened<Optional<Image>> opened =
                gate.open(viewer, person, KINDS, permit -> find(permit, sha256), (permit, found) -> {
                    if (found.isPresent()) {
                        Image image = found.get();
                        documents.write(permit, image.document(), taker.take(image.kind(), image.document()));
                    }
                });
        return new Opened<>(opened.value().isPresent(), opened.decisions(), opened.standing());
    }

    /** The same of one of its own insured, for its insurer. */
    public boolean send(InsurerViewer viewer, InsuredNumber insured, String sha256, Taker taker) throws IOException {
        return own.open(viewer, insured, KINDS, (insurer, permit) -> find(permit, sha256), (permit, found) -> {
                    if (found.isPresent()) {
                        Image image = found.get();
                        documents.write(permit, image.document(), taker.take(image.kind(), image.document()));
                    }
                })
                .flatMap(Opened::value)
                .isPresent();
    }

    private Found<Optional<Image>> find(FilePermit permit, String sha256) {
        Optional<Kind> kind = certifications.findFormKind(permit, sha256);
        Optional<Document> document = documents.find(permit, sha256);
        Optional<Image> image = kind.flatMap(shown -> document.map(one -> new Image(shown, one)));
        return new Found<>(
                image, image.map(one -> (Set<Kind>) EnumSet.of(one.kind())).orElse(KINDS));
    }
}
