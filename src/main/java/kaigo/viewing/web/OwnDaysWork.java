package kaigo.viewing.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.access.ListGate;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.OwnListQuery.Order;
import kaigo.access.rules.ServiceClass;
import kaigo.access.rules.ServiceTable;
import kaigo.cards.RatioYear;
import kaigo.identity.DaysWork;
import kaigo.opinion.LetterDesk;
import kaigo.participants.Institutions;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.springframework.stereotype.Component;

/** 今日の確認 of an institution: how many people each of its worklists is about, of those that it can do something about. */
@Component
class OwnDaysWork implements DaysWork {

    private static final List<Only> OF_OFFICE = List.of(
            Only.NO_CONSENT,
            Only.CARDS_CHANGED,
            Only.PROGRESS_CHANGED,
            Only.FILING_CHANGED,
            Only.RATIO_CHANGED,
            Only.ENDING,
            Only.RECHECK);

    private static final String LETTERS = "/office/opinions";

    private final ListGate gate;
    private final LetterDesk desk;
    private final Institutions institutions;
    private final InstantSource clock;
    private final ServiceTable services = ServiceTable.bundled();

    OwnDaysWork(ListGate gate, LetterDesk desk, Institutions institutions, InstantSource clock) {
        this.gate = gate;
        this.desk = desk;
        this.institutions = institutions;
        this.clock = clock;
    }

    @Override
    public List<Waiting> list(InstitutionViewer viewer) {
        Map<Only, Integer> figures = gate.figures(viewer);
        return Stream.concat(
                        Stream.concat(Stream.of(Only.EVERYBODY), work(viewer.institution()))
                                .map(only ->
                                        new Waiting(name(only), people(figures.getOrDefault(only, 0)), address(only))),
                        letters(viewer))
                .toList();
    }

    /** Of those who are asked for opinions: clinics, 介護老人保健施設 and 介護医療院. */
    private Stream<Waiting> letters(InstitutionViewer viewer) {
        InstitutionId own = viewer.institution();
        LocalDate today = Days.of(clock.instant());
        boolean writes = own.kind() == InstitutionId.Kind.CLINIC
                || services.classesOf(institutions.listServices(own, today), today)
                        .contains(ServiceClass.ROKEN_IIN);
        if (!writes) {
            return Stream.of();
        }
        LetterDesk.Figures figures = desk.figures(viewer);
        return Stream.of(
                new Waiting(ScreenText.text("letter.asked"), pieces(figures.asked()), LETTERS),
                new Waiting(ScreenText.text("letter.returned.count"), pieces(figures.returned()), LETTERS));
    }

    private static String people(int count) {
        return ScreenText.text("office.today.count", Moments.count(count));
    }

    private static String pieces(int count) {
        return ScreenText.text("office.today.pieces", Moments.count(count));
    }

    private Stream<Only> work(InstitutionId own) {
        if (own.kind() == InstitutionId.Kind.CLINIC) {
            return Stream.of(Only.REQUESTED);
        }
        LocalDate today = Days.of(clock.instant());
        boolean takesConsent = services.mayTakeConsent(institutions.listServices(own, today), today);
        boolean ratiosAreNew = RatioYear.of(today).isNewOn(today);
        return OF_OFFICE.stream().filter(only -> switch (only) {
            case NO_CONSENT -> takesConsent;
            case RATIO_CHANGED -> ratiosAreNew;
            default -> true;
        });
    }

    private static String name(Only only) {
        return ScreenText.text(only == Only.EVERYBODY ? "users.title" : "users.only." + only);
    }

    private static String address(Only only) {
        return only == Only.RATIO_CHANGED ? RatiosPage.PATH : UsersPage.address("", null, only, Order.KANA);
    }
}
