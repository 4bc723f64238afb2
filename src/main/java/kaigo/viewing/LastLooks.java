package kaigo.viewing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kaigo.access.FileOutcome;
import kaigo.access.FilePermit;
import kaigo.access.Opened;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.viewing.ChangeCursor.Since;
import kaigo.viewing.LastLookStore.Before;
import kaigo.viewing.PersonFiles.Leaf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** 前回の閲覧: what is new on a tab since an office, whoever of it, looked at it last on the screen. */
@Component
class LastLooks {

    private static final Logger LOG = LoggerFactory.getLogger(LastLooks.class);

    private final LastLookStore store;
    private final ChangeStore changes;
    private final InstantSource clock;

    LastLooks(LastLookStore store, ChangeStore changes, InstantSource clock) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    /** None for a clinic, and on a tab of which it is not remembered. */
    Optional<News> find(FilePermit permit, InstitutionId institution, Tab tab) {
        return followed(institution, tab)
                .filter(list -> list.about().stream().anyMatch(permit::shows))
                .map(list -> news(permit, institution, tab, list.about()));
    }

    private News news(FilePermit permit, InstitutionId institution, Tab tab, Set<Kind> asked) {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        Since seen = changes.seen(permit, now);
        Optional<Before> before = store.find(permit, institution, tab).map(look -> look.comparedOn(today));
        Set<Kind> changed = before.map(one -> changes.find(permit, asked, one.since(), today))
                .orElse(Set.of());
        return new News(
                before.map(one -> Days.of(one.since().at())).orElse(null),
                before.map(Before::looked).orElse(false),
                changed,
                seen);
    }

    /** After the look: what was read of an office's files is seen. */
    void remember(InstitutionId institution, Tab tab, List<FileOutcome<Leaf>> files) {
        followed(institution, tab)
                .ifPresent(list -> files.forEach(file -> {
                    if (file instanceof FileOutcome.Read<Leaf>(PersonKey person, Opened<Leaf> read)) {
                        read.value().news().ifPresent(news -> remember(institution, person, tab, list, news.seen()));
                    }
                }));
    }

    /** The page is what matters: if this fails, what has changed stays marked. */
    private void remember(InstitutionId office, PersonKey person, Tab tab, Only settled, Since seen) {
        try {
            store.remember(office, person, tab, settled, seen);
        } catch (DataAccessException failure) {
            LOG.warn("a look could not be remembered; the page was shown", failure);
        }
    }

    private static Optional<Only> followed(InstitutionId institution, Tab tab) {
        return institution.kind() == InstitutionId.Kind.OFFICE ? tab.worklist() : Optional.empty();
    }
}
