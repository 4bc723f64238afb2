package kaigo.viewing.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.layout.Item.DateItem;
import kaigo.layout.Item.TextItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M02;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;

/** 計画作成依頼届出: who stands on the newest 被保険者証 as 居宅介護支援事業者等. Filing itself comes with the outbox of filings. */
public record FilingView(List<Filed> filed) {

    /** @param filedOn 届出年月日 */
    public record Filed(String officeNumber, String name, String filedOn) {}

    static FilingView of(Leaf leaf) {
        return ShownRecord.list("M02", leaf.parts().getOrDefault(Part.CARDS, "[]")).stream()
                .filter(card -> !card.has(M02.VOIDED_ON))
                .findFirst()
                .map(FilingView::of)
                .orElseGet(() -> new FilingView(List.of()));
    }

    private static FilingView of(ShownRecord card) {
        return new FilingView(Stream.of(
                        filed(
                                card,
                                M02.CARE_MANAGERS1_OFFICE_NUMBER,
                                M02.CARE_MANAGERS1_NAME,
                                M02.CARE_MANAGERS1_FILED_ON),
                        filed(
                                card,
                                M02.CARE_MANAGERS2_OFFICE_NUMBER,
                                M02.CARE_MANAGERS2_NAME,
                                M02.CARE_MANAGERS2_FILED_ON),
                        filed(
                                card,
                                M02.CARE_MANAGERS3_OFFICE_NUMBER,
                                M02.CARE_MANAGERS3_NAME,
                                M02.CARE_MANAGERS3_FILED_ON))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Filed> filed(ShownRecord card, TextItem number, TextItem name, DateItem day) {
        return card.text(number).map(office -> new Filed(office, card.text(name).orElse(""), Entry.text(card, day)));
    }
}
