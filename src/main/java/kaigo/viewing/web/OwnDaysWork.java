package kaigo.viewing.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.access.ListGate;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.OwnListQuery.Order;
import kaigo.identity.DaysWork;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.springframework.stereotype.Component;

/** 今日の確認 of an institution: how many people each of its worklists is about. */
@Component
class OwnDaysWork implements DaysWork {

    private static final List<Only> OF_OFFICE = List.of(
            Only.NO_CONSENT, Only.CARDS_CHANGED, Only.PROGRESS_CHANGED, Only.RATIO_CHANGED, Only.ENDING, Only.RECHECK);

    private final ListGate gate;

    OwnDaysWork(ListGate gate) {
        this.gate = gate;
    }

    @Override
    public List<Waiting> list(InstitutionViewer viewer) {
        Map<Only, Integer> figures = gate.figures(viewer);
        boolean isClinic = viewer.institution().kind() == InstitutionId.Kind.CLINIC;
        Stream<Only> own = isClinic ? Stream.of(Only.REQUESTED) : OF_OFFICE.stream();
        return Stream.concat(Stream.of(Only.EVERYBODY), own)
                .map(only -> new Waiting(name(only), figures.getOrDefault(only, 0), address(only)))
                .toList();
    }

    private static String name(Only only) {
        return ScreenText.text(only == Only.EVERYBODY ? "users.title" : "users.only." + only);
    }

    private static String address(Only only) {
        return only == Only.RATIO_CHANGED ? RatiosPage.PATH : UsersPage.address("", null, only, Order.KANA);
    }
}
