package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import kaigo.layout.ErrorId;
import kaigo.layout.Item.DateItem;
import kaigo.layout.Item.IntItem;
import kaigo.layout.Item.TextItem;
import kaigo.layout.Row;
import kaigo.layout.items.K01;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M04;
import kaigo.layout.items.M08;
import kaigo.layout.items.M09;
import kaigo.layout.items.M10;
import kaigo.layout.items.M11;
import kaigo.layout.items.M12;
import kaigo.layout.items.M13;
import kaigo.layout.items.X01;
import kaigo.layout.items.X02;
import org.jspecify.annotations.Nullable;

/** 関係の誤り of each interface: what must be true of other records, or of items among themselves, and is not. */
final class RelationPlants {
    private static final String OFFICE = "2";
    private static final String AT_AN_OFFICE = "3";
    private static final String NEVER_USED = "99998";
    private static final LocalDate BEFORE_CONSENT_COUNTED = LocalDate.of(2026, 3, 31);

    private RelationPlants() {}

    /** @param itemsOf the interface whose items they are: M08 for M07 too */
    static List<Plant> of(String itemsOf) {
        return switch (itemsOf) {
            case "M02" ->
                List.of(
                        unknownOffice(M02.CARE_MANAGERS1_OFFICE_NUMBER),
                        overlap(M02.CERT_VALID_FROM, M02.VOIDED_ON),
                        afterLoss(M02.ISSUED_ON));
            case "M03" -> List.of(overlap(M03.FROM1, null), bothHalves(), afterLoss(M03.ISSUED_ON));
            case "M04" -> List.of(overlap(M04.VALID_FROM, null), afterLoss(M04.ISSUED_ON));
            case "M08" -> List.of(backwards(M08.APPLIED_ON, M08.PRIMARY_ON));
            case "M09" -> List.of(unknownHistory(), takenAtUnknownOffice(), consentTooEarly());
            case "M10" -> List.of(unknownProgress(), backwards(M10.ACCEPTED_ON, M10.SURVEY_REQUESTED_ON));
            case "M11" -> documents(M11.SHA256, M11.PAGES);
            case "M12" -> documents(M12.SHA256, M12.PAGES);
            case "M13" -> List.of(unknownOffice(M13.ISSUER_NUMBER), wrongOffice());
            case "K01" -> List.of(unknownOffice(K01.CLAIMING_OFFICE));
            case "X01" -> List.of(unknownOffice(X01.OFFICE_NUMBER));
            case "X02" -> List.of(unknownOffice(X02.OFFICE_NUMBER));
            default -> List.of();
        };
    }

    /** Only a 新規: a later state of a record that is there would be told other things as well. */
    private static Plant plant(ErrorId id, Predicate<Row> where, Function<Row, String> change) {
        return new RecordPlant(
                id,
                site -> RecordPlant.isCreated(site.row()) && where.test(site.row()),
                site -> change.apply(site.row()));
    }

    /** One that was never sent, and one with other pages. */
    private static List<Plant> documents(TextItem sha256, IntItem pages) {
        return List.of(
                plant(ErrorId.E4009, row -> true, row -> {
                    row.set(sha256, "0".repeat(64));
                    return sha256.code();
                }),
                plant(ErrorId.E4010, row -> true, row -> {
                    row.set(pages, Objects.requireNonNull(row.get(pages)) + 1);
                    return pages.code();
                }));
    }

    private static Plant unknownOffice(TextItem number) {
        return plant(ErrorId.W4003, row -> row.get(number) != null, row -> {
            row.set(number, unknown(row));
            return number.code();
        });
    }

    private static String unknown(Row row) {
        String insurer = Objects.requireNonNull(row.text(row.layout().position("insurerNumber")));
        return FictitiousInstitutions.unknown(insurer.substring(0, 2));
    }

    private static Plant unknownHistory() {
        return plant(ErrorId.W4002, row -> row.get(M09.CERT_HISTORY_NO) != null, row -> {
            row.set(M09.CERT_HISTORY_NO, NEVER_USED);
            return M09.CERT_HISTORY_NO.code();
        });
    }

    private static Plant unknownProgress() {
        return plant(ErrorId.W4002, row -> true, row -> {
            row.set(M10.HISTORY_NO, NEVER_USED);
            return M10.HISTORY_NO.code();
        });
    }

    private static Plant takenAtUnknownOffice() {
        return plant(ErrorId.W4003, row -> row.get(M09.CERT_HISTORY_NO) == null, row -> {
            row.set(M09.ROUTE, AT_AN_OFFICE);
            row.set(M09.OFFICE_NUMBER, unknown(row));
            row.set(M09.STAFF_ID, "KAKUU01");
            return M09.OFFICE_NUMBER.code();
        });
    }

    private static Plant consentTooEarly() {
        return plant(ErrorId.W4007, row -> "1".equals(row.get(M09.CONSENT_TYPE)), row -> {
            row.set(M09.CONSENT_ON, BEFORE_CONSENT_COUNTED);
            return M09.CONSENT_ON.code();
        });
    }

    /** An office's number has a check digit; a 医療機関コード is only looked at. */
    private static Plant wrongOffice() {
        return plant(ErrorId.E3008, row -> row.get(M13.ISSUER_NUMBER) != null, row -> {
            row.set(M13.ISSUER_KIND, OFFICE);
            row.set(M13.ISSUER_NUMBER, ItemPlant.otherDigit(Objects.requireNonNull(row.get(M13.ISSUER_NUMBER))));
            return M13.ISSUER_NUMBER.code();
        });
    }

    private static Plant bothHalves() {
        return plant(ErrorId.W4004, row -> row.get(M03.RATIO2) == null && row.get(M03.TO1) != null, row -> {
            row.set(M03.RATIO2, "20");
            row.set(M03.FROM2, row.get(M03.TO1));
            row.set(M03.TO2, row.get(M03.TO1));
            return M03.FROM2.code();
        });
    }

    private static Plant backwards(DateItem first, DateItem second) {
        return plant(ErrorId.W4006, row -> row.get(first) != null && row.get(second) != null, row -> {
            row.set(second, Objects.requireNonNull(row.get(first)).minusDays(1));
            return first.code();
        });
    }

    /** The record before once more, under another history number. */
    private static Plant overlap(DateItem from, @Nullable DateItem unless) {
        return new RecordPlant(
                ErrorId.W4004,
                site -> site.previous().get(from) != null
                        && (unless == null || site.previous().get(unless) == null)
                        && RecordPlant.isCreated(site.previous()),
                site -> {
                    for (int i = 0; i < site.row().layout().size(); i++) {
                        site.row().text(i, site.previous().text(i));
                    }
                    Insured.put(site.row(), "historyNo", NEVER_USED);
                    return from.code();
                });
    }

    /** Issued when the person was no longer insured. */
    private static Plant afterLoss(DateItem issued) {
        return new RecordPlant(ErrorId.W4005, site -> lostOn(site) != null, site -> {
            site.row().set(issued, Objects.requireNonNull(lostOn(site)).plusDays(1));
            return issued.code();
        });
    }

    private static @Nullable LocalDate lostOn(PlantSite site) {
        return site.index() < site.population().count()
                ? new Persons(site.population())
                        .at(site.index())
                        .qualification()
                        .lostOn()
                : null;
    }
}
