package kaigo.accesslog.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kaigo.access.PersonKey;
import kaigo.shared.Days;

/**
 * 事情: what else the redaction has to know of a reader's persons.
 *
 * @param underProtection persons under 支援措置
 * @param inquiries those in force today
 */
public record Circumstances(Set<PersonKey> underProtection, List<Inquiry> inquiries) {

    public static final Circumstances NONE = new Circumstances(Set.of(), List.of());

    /** What the insurer's own staff did about one of these persons while, or before, it was looking into something. */
    boolean withhold(Entry entry, Set<PersonKey> about) {
        LocalDate day = Days.of(entry.at());
        Actor actor = entry.actor();
        return actor.kind() == Actor.Kind.STAFF
                && inquiries.stream()
                        .anyMatch(inquiry -> about.contains(inquiry.person())
                                && inquiry.person().insurer().value().equals(actor.organisation())
                                && inquiry.covers(day));
    }

    boolean protect(Set<PersonKey> about) {
        return about.stream().anyMatch(underProtection::contains);
    }
}
