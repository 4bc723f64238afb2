package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kaigo.access.rules.Kind;
import kaigo.layout.Item.CodeItem;
import kaigo.layout.Item.DateItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M04;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Printout;
import org.jspecify.annotations.Nullable;

/** 証情報: サマリ and the eleven kinds of certificates. */
public record CardsView(List<CardKind> kinds) {

    /** 証種別 of M04, in the order of the briefing's tabs. */
    private static final List<String> REDUCTIONS = List.of("01", "02", "03", "04", "05", "06", "07", "08", "09");

    /**
     * A certificate.
     *
     * @param slots its periods, of a 負担割合証 two
     * @param head what the summary says of it
     * @param restricted 給付制限 in force or to come, in words
     * @param record everything on it
     */
    public record Card(
            List<Slot> slots, List<Entry> head, List<String> restricted, boolean voided, ShownRecord record) {

        /** Item by item, for paper. */
        public List<Entry> all() {
            return Entry.gathered(record.values());
        }

        /** The same for the screen. */
        public List<Entry> shown() {
            return CardEntries.of(record.values());
        }

        public boolean isOver() {
            return voided || slots.stream().allMatch(slot -> slot.timeliness() == Timeliness.OVER);
        }

        boolean isInForce() {
            return !voided && slots.stream().anyMatch(slot -> slot.timeliness() == Timeliness.IN_FORCE);
        }

        @Override
        public String toString() {
            return "Card[…]";
        }
    }

    /** One period of a certificate with what holds in it. */
    public record Slot(String name, String value, String period, Timeliness timeliness) {}

    /**
     * 証の種類.
     *
     * @param code names it in the page: {@code insurance}, {@code ratio}, {@code kind-01} …
     * @param summary the one in force and the next; if there is none, the newest that is over
     */
    public record CardKind(String code, List<Card> summary, List<Card> current, List<Card> past) {

        /** The kind of information that it belongs to. */
        public Kind kind() {
            return switch (code) {
                case "insurance" -> Kind.CARD;
                case "ratio" -> Kind.BURDEN_RATIO;
                case "kind-01", "kind-07" -> Kind.BURDEN_LIMIT;
                default -> Kind.OTHER_REDUCTION;
            };
        }

        public String title() {
            return ScreenText.text("card." + code);
        }

        /** Where it is printed alone, below the person's page. */
        public String print() {
            Printout printout = switch (kind()) {
                case CARD -> Printout.INSURANCE_CARD;
                case BURDEN_RATIO -> Printout.BURDEN_RATIO;
                case BURDEN_LIMIT -> Printout.BURDEN_LIMIT;
                default -> Printout.REDUCTION;
            };
            return "/print/" + printout.path() + "?kind=" + code;
        }

        /** As on the briefing's tab. */
        public String tab() {
            return ScreenText.text("card." + code + ".tab");
        }

        public boolean isEmpty() {
            return current.isEmpty() && past.isEmpty();
        }
    }

    static CardsView of(Leaf leaf, LocalDate today) {
        List<CardKind> kinds = new ArrayList<>();
        kinds.add(kind("insurance", records(leaf, Part.CARDS, "M02").map(one -> insurance(one, today))));
        kinds.add(kind("ratio", records(leaf, Part.BURDEN_RATIOS, "M03").map(one -> ratio(one, today))));
        List<ShownRecord> reductions = Stream.concat(
                        records(leaf, Part.BURDEN_LIMITS, "M04"), records(leaf, Part.OTHER_REDUCTIONS, "M04"))
                .toList();
        REDUCTIONS.forEach(code -> kinds.add(kind(
                "kind-" + code,
                reductions.stream()
                        .filter(one ->
                                one.code(M04.CERT_KIND).filter(code::equals).isPresent())
                        .map(one -> reduction(one, today)))));
        return new CardsView(List.copyOf(kinds));
    }

    private static Stream<ShownRecord> records(Leaf leaf, Part part, String interfaceId) {
        return ShownRecord.list(interfaceId, leaf.parts().getOrDefault(part, "[]")).stream();
    }

    private static CardKind kind(String code, Stream<Card> found) {
        List<Card> cards = found.toList();
        List<Card> current = cards.stream().filter(card -> !card.isOver()).toList();
        List<Card> past = cards.stream().filter(Card::isOver).toList();
        List<Card> summary = current.stream().anyMatch(Card::isInForce) || past.isEmpty()
                ? current
                : Stream.concat(current.stream(), past.stream().limit(1)).toList();
        return new CardKind(code, summary, current, past);
    }

    private static Card insurance(ShownRecord one, LocalDate today) {
        Slot slot = slot(
                one.name(M02.CARE_LEVEL),
                one.label(M02.CARE_LEVEL).orElseGet(() -> ScreenText.text("card.noLevel")),
                one.day(M02.CERT_VALID_FROM),
                one.day(M02.CERT_VALID_TO),
                today);
        return new Card(
                List.of(slot),
                Entry.of(one, M02.INSURER_NAME, M02.CERTIFICATE_TYPE, M02.MONTHLY_LIMIT_UNITS),
                restrictions(one, today),
                one.has(M02.VOIDED_ON),
                one);
    }

    private static List<String> restrictions(ShownRecord one, LocalDate today) {
        return Stream.of(
                        restriction(
                                one,
                                M02.BENEFIT_RESTRICTIONS1_CONTENT,
                                M02.BENEFIT_RESTRICTIONS1_FROM,
                                M02.BENEFIT_RESTRICTIONS1_TO,
                                today),
                        restriction(
                                one,
                                M02.BENEFIT_RESTRICTIONS2_CONTENT,
                                M02.BENEFIT_RESTRICTIONS2_FROM,
                                M02.BENEFIT_RESTRICTIONS2_TO,
                                today),
                        restriction(
                                one,
                                M02.BENEFIT_RESTRICTIONS3_CONTENT,
                                M02.BENEFIT_RESTRICTIONS3_FROM,
                                M02.BENEFIT_RESTRICTIONS3_TO,
                                today))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<String> restriction(
            ShownRecord one, CodeItem content, DateItem from, DateItem to, LocalDate today) {
        return one.label(content).stream()
                .filter(label -> Timeliness.of(one.day(from), one.day(to), today) != Timeliness.OVER)
                .map(label -> label + "　" + period(one.day(from), one.day(to)));
    }

    private static Card ratio(ShownRecord one, LocalDate today) {
        List<Slot> slots = new ArrayList<>();
        slots.add(slot(one.name(M03.RATIO1), Entry.text(one, M03.RATIO1), one.day(M03.FROM1), one.day(M03.TO1), today));
        if (one.has(M03.RATIO2)) {
            slots.add(slot(
                    one.name(M03.RATIO2), Entry.text(one, M03.RATIO2), one.day(M03.FROM2), one.day(M03.TO2), today));
        }
        List<Entry> head = List.of(new Entry(
                one.name(M03.BURDEN_YEAR), year(one.text(M03.BURDEN_YEAR).orElse("")), false));
        return new Card(slots, head, List.of(), false, one);
    }

    /** The year that begins in August. */
    private static String year(String number) {
        return ScreenText.text("card.year", JapaneseDates.fiscalYear(LocalDate.of(Integer.parseInt(number), 8, 1)));
    }

    private static Card reduction(ShownRecord one, LocalDate today) {
        CodeItem stage = M04.BURDEN_STAGE;
        Slot slot = slot(
                one.has(stage) ? one.name(stage) : one.name(M04.CERT_KIND),
                one.label(one.has(stage) ? stage : M04.CERT_KIND).orElse(""),
                one.day(M04.VALID_FROM),
                one.day(M04.VALID_TO),
                today);
        return new Card(
                List.of(slot),
                Entry.of(one, M04.BENEFIT_RATE, M04.REDUCTION_RATE, M04.CONFIRMATION_NO),
                List.of(),
                false,
                one);
    }

    private static Slot slot(
            String name, String value, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        return new Slot(name, value, period(from, to), Timeliness.of(from, to, today));
    }

    private static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Periods.text(from, to);
    }
}
