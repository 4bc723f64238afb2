package kaigo.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kaigo.access.rules.Kind;
import kaigo.shared.InstitutionViewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 一人の門: the file of the card that was asked for, and after it the files of the same person elsewhere (rulings 25, settled
 * 20). Each file has a snapshot, a decision, a permit and an entry of its own, all under one request id. Whoever has one
 * file, nearly everybody, costs no statement more: the other numbers come with the facts.
 */
@Component
public final class PersonGate {

    private static final Logger LOG = LoggerFactory.getLogger(PersonGate.class);

    private final FileGate gate;

    PersonGate(FileGate gate) {
        this.gate = gate;
    }

    /**
     * The file that was asked for comes first and is always there. If one of several cannot be read, the others are; if
     * none can, the first failure is thrown.
     */
    public <T> List<FileOutcome<T>> open(
            InstitutionViewer viewer, PersonKey person, Set<Kind> asked, Function<FilePermit, T> read) {
        Opened<T> own;
        try {
            own = gate.open(viewer, person.insurer(), person.insured(), asked, read);
        } catch (RuntimeException failure) {
            return othersOnly(viewer, person, asked, read, failure);
        }
        List<FileOutcome<T>> files = new ArrayList<>();
        files.add(new FileOutcome.Read<>(person, own));
        files.addAll(others(viewer, own.standing().others(), asked, read));
        return files;
    }

    private <T> List<FileOutcome<T>> othersOnly(
            InstitutionViewer viewer,
            PersonKey person,
            Set<Kind> asked,
            Function<FilePermit, T> read,
            RuntimeException failure) {
        List<FileOutcome<T>> others = others(viewer, listOthers(viewer, person, failure), asked, read);
        if (others.stream().noneMatch(FileOutcome.Read.class::isInstance)) {
            throw failure;
        }
        LOG.error("a file could not be read, others of the same person could", failure);
        List<FileOutcome<T>> files = new ArrayList<>();
        files.add(new FileOutcome.Failed<>(person));
        files.addAll(others);
        return files;
    }

    private List<PersonKey> listOthers(InstitutionViewer viewer, PersonKey person, RuntimeException failure) {
        try {
            return gate.listOthers(viewer, person);
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
            throw failure;
        }
    }

    private <T> List<FileOutcome<T>> others(
            InstitutionViewer viewer, List<PersonKey> others, Set<Kind> asked, Function<FilePermit, T> read) {
        List<FileOutcome<T>> files = new ArrayList<>();
        for (PersonKey other : others) {
            other(viewer, other, asked, read).ifPresent(files::add);
        }
        return files;
    }

    private <T> Optional<FileOutcome<T>> other(
            InstitutionViewer viewer, PersonKey other, Set<Kind> asked, Function<FilePermit, T> read) {
        try {
            return gate.openBeside(viewer, other, asked, read).map(opened -> new FileOutcome.Read<>(other, opened));
        } catch (RuntimeException failure) {
            LOG.error("the file at another insurer could not be read", failure);
            return Optional.of(new FileOutcome.Failed<>(other));
        }
    }
}
