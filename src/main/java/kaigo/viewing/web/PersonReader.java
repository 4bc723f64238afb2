package kaigo.viewing.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import kaigo.access.FileOutcome;
import kaigo.access.Opened;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.insured.Banner;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import kaigo.viewing.InsuredFiles;
import kaigo.viewing.InsuredFiles.OwnLeaf;
import kaigo.viewing.PersonFiles;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** One look at a tab of 利用者詳細, made into what its page says. */
@Component
class PersonReader {

    private final PersonFiles files;
    private final InsuredFiles own;
    private final Insurers insurers;
    private final PersonHandles handles;
    private final InstantSource clock;

    PersonReader(PersonFiles files, InsuredFiles own, Insurers insurers, PersonHandles handles, InstantSource clock) {
        this.files = files;
        this.own = own;
        this.insurers = insurers;
        this.handles = handles;
        this.clock = clock;
    }

    /** @param content what the tab says of the records that are shown, on a day */
    <T> PersonPage<T> read(
            InstitutionViewer viewer,
            String handle,
            Tab tab,
            @Nullable String message,
            BiFunction<Leaf, LocalDate, T> content) {
        return page(files.openTab(viewer, person(handle), tab), handle, tab, content)
                .saying(message);
    }

    /** The same for a form about the person: what is new on the tab stays so. */
    <T> PersonPage<T> readForForm(
            InstitutionViewer viewer, String handle, Tab tab, BiFunction<Leaf, LocalDate, T> content) {
        return page(files.openForForm(viewer, person(handle), tab), handle, tab, content);
    }

    private PersonKey person(String handle) {
        return handles.find(handle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private <T> PersonPage<T> page(
            List<FileOutcome<Leaf>> opened, String handle, Tab tab, BiFunction<Leaf, LocalDate, T> content) {
        LocalDate today = Days.of(clock.instant());
        List<FileView<T>> views = opened.stream()
                .map(file -> view(Side.OFFICE, file, tab.kinds(), today, content))
                .toList();
        return new PersonPage<>(Side.OFFICE, handle, tab, views, null);
    }

    /** Who it is and nothing else, of the one file that is named. */
    PersonPage<Void> readBanner(InstitutionViewer viewer, PersonKey person) {
        FileOutcome<Leaf> file = new FileOutcome.Read<>(person, files.openBanner(viewer, person));
        FileView<Void> view =
                view(Side.OFFICE, file, EnumSet.of(Kind.BANNER), Days.of(clock.instant()), (leaf, today) -> null);
        return new PersonPage<>(Side.OFFICE, handles.of(person), Tab.CARDS, List.of(view), null);
    }

    /** Whom the name of a page names; of another insurer's insured the page does not exist. */
    InsuredNumber ownInsured(InsurerViewer viewer, String handle) {
        return handles.find(handle)
                .filter(person -> person.insurer().equals(viewer.insurer()))
                .map(PersonKey::insured)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The same of one of its own insured, for its insurer; none of somebody who is not insured there. */
    <T> Optional<PersonPage<T>> read(
            InsurerViewer viewer, InsuredNumber insured, Tab tab, BiFunction<OwnLeaf, LocalDate, T> content) {
        PersonKey person = new PersonKey(viewer.insurer(), insured);
        LocalDate today = Days.of(clock.instant());
        return own.openTab(viewer, insured, tab).map(opened -> {
            OwnLeaf leaf = opened.value();
            Opened<Leaf> shared = new Opened<>(leaf.leaf(), opened.decisions(), opened.standing());
            FileView<T> view = view(
                            Side.INSURER,
                            new FileOutcome.Read<>(person, shared),
                            tab.kinds(),
                            today,
                            (same, day) -> content.apply(leaf, day))
                    .protecting(leaf.isProtected());
            return new PersonPage<>(Side.INSURER, handles.of(person), tab, List.of(view), null);
        });
    }

    private <T> FileView<T> view(
            Side side,
            FileOutcome<Leaf> file,
            Set<Kind> asked,
            LocalDate today,
            BiFunction<Leaf, LocalDate, T> content) {
        Opened<Leaf> opened = file instanceof FileOutcome.Read<Leaf>(PersonKey person, Opened<Leaf> read) ? read : null;
        Optional<Banner> banner =
                opened == null ? Optional.empty() : opened.value().banner();
        Map<Kind, Decision> decisions = opened == null ? Map.of() : opened.decisions();
        Optional<Insurer> insurer = insurers.find(file.person().insurer());
        boolean anything =
                banner.isPresent() && asked.stream().anyMatch(kind -> kind != Kind.BANNER && shows(kind, decisions));
        asked.remove(Kind.BANNER);
        return new FileView<>(
                side,
                handles.of(file.person()),
                insurer.map(Insurer::name).orElse(""),
                file.person().insurer().value(),
                opened == null ? null : opened.value().link(),
                banner.orElse(null),
                opened == null ? null : closed(banner, decisions),
                banner.isPresent() ? Refusal.list(asked, decisions) : List.of(),
                anything && opened != null ? content.apply(opened.value(), today) : null,
                opened == null ? null : opened.standing().lostOn(),
                opened == null ? null : opened.value().news().orElse(null),
                opened == null ? null : opened.value().end().orElse(null),
                insurer.map(Insurer::startedOn).filter(today::isBefore).orElse(null),
                false,
                today);
    }

    private static boolean shows(Kind kind, Map<Kind, Decision> decisions) {
        return Objects.requireNonNull(decisions.get(kind)).isAllowed();
    }

    /** Of somebody who may be shown but went a moment ago: as if he had never been there. */
    private static @Nullable Reason closed(Optional<Banner> banner, Map<Kind, Decision> decisions) {
        if (banner.isPresent()) {
            return null;
        }
        return decisions.get(Kind.BANNER) instanceof Decision.Refused(Reason reason) ? reason : Reason.NOT_VERIFIED;
    }
}
