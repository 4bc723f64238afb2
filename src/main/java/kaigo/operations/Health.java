package kaigo.operations;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kaigo.intake.Freshness;
import kaigo.intake.LateInsurer;
import kaigo.jobs.Workers;
import kaigo.jobs.WorkersState;
import kaigo.shared.Days;
import org.springframework.stereotype.Component;

/** 稼働状況 of the running server: what {@code ./kiban status} tells, and how the work of this server goes. */
@Component
public class Health {

    private final DataSource database;
    private final Surroundings surroundings;
    private final List<Workers> workers;
    private final Freshness freshness;
    private final InstantSource clock;

    Health(
            DataSource database,
            Surroundings surroundings,
            List<Workers> workers,
            Freshness freshness,
            InstantSource clock) {
        this.database = database;
        this.surroundings = surroundings;
        this.workers = workers;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** @param late insurers whose daily files stay away; theirs to mend */
    public record Report(
            Instant at,
            InstallationState state,
            Set<Attention> attention,
            List<WorkersState> work,
            Surroundings surroundings,
            List<LateInsurer> late) {}

    public Report look() {
        Instant now = clock.instant();
        InstallationState state = state(now);
        List<WorkersState> work = workers.stream()
                .map(Workers::state)
                .sorted(Comparator.comparing(WorkersState::name))
                .toList();
        Set<Attention> attention = EnumSet.noneOf(Attention.class);
        attention.addAll(state.attention(now));
        if (!work.stream().allMatch(WorkersState::isWell)) {
            attention.add(Attention.WORK_FAILS);
        }
        return new Report(now, state, attention, work, surroundings, freshness.listLate(Days.of(now)));
    }

    private InstallationState state(Instant now) {
        try {
            return InstallationState.readOpen(database, surroundings, now);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the state of the installation can't be read", e);
        }
    }
}
