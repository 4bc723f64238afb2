package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.generate.Draw.Salt;
import kaigo.generate.FictitiousInstitutions.Institution;

/**
 * サービスの利用 of a person: at home with a care manager and one or two services, or in a facility, from some days after
 * the first certification on. Cards, plans, claims and LIFE all ask here, so that they agree. Shares are ours.
 */
record ServiceUse(Insured insured) {
    private static final int BEGINS_AFTER = 12;
    private static final List<String> FOR_THE_GRAVE = List.of("51", "52", "55", "51");
    private static final List<String> FOR_THE_OTHERS = List.of("32", "33", "73", "77");

    /** 施設等 as the form of the 概況調査 numbers them. */
    private static final Map<String, String> FACILITY_KINDS =
            Map.of("51", "01", "52", "02", "55", "03", "33", "04", "32", "05");

    /** @param subcontracted a 居宅介護支援事業所 that works for a 包括 */
    record Use(String service, Institution office, Optional<Institution> subcontracted) {}

    /** When it begins; somebody who is not certified never gets there. */
    LocalDate since() {
        return insured.firstCertification()
                .map(one -> one.endedOn().plusDays(BEGINS_AFTER))
                .orElse(LocalDate.MAX);
    }

    /** Whoever makes the plan: 居宅介護支援, 介護予防支援, or the facility itself. */
    Use planner(Certification inForce) {
        Optional<String> facility = facility();
        return facility.isPresent() ? use(facility.get()) : plannerAtHome(inForce);
    }

    Use plannerAtHome(Certification inForce) {
        return CareLevels.isPreventive(inForce.severity()) ? prevention() : use("43");
    }

    /** All services of somebody with this certification. */
    List<Use> uses(Certification inForce) {
        Use planner = planner(inForce);
        if (facility().isPresent()) {
            return List.of(planner);
        }
        boolean preventive = CareLevels.isPreventive(inForce.severity());
        int chance = chance(Salt.VALUES, 12);
        Stream<String> more = Stream.of(
                        chance < 5 ? preventive ? "A2" : "11" : "",
                        chance >= 3 && chance < 10 ? preventive ? "A6" : "15" : "",
                        chance % 5 == 0 ? preventive ? "63" : "13" : "",
                        chance > 8 ? preventive ? "67" : "17" : "")
                .filter(code -> !code.isEmpty());
        return Stream.concat(Stream.of(planner), more.map(this::use)).toList();
    }

    /** サービス種類 of the facility where the person lives; for life, as the first certification decides. */
    Optional<String> facility() {
        return insured.firstCertification().flatMap(first -> {
            if (CareLevels.isPreventive(first.severity()) || chance(Salt.SERVICE, 100) >= 10 + 5 * first.severity()) {
                return Optional.empty();
            }
            List<String> kinds = first.severity() < 4 ? FOR_THE_OTHERS : FOR_THE_GRAVE;
            return Optional.of(kinds.get(chance(Salt.VALUES, kinds.size())));
        });
    }

    /** 施設等利用, a code of the 概況調査; absent for somebody at home. */
    Optional<String> facilityKind() {
        return facility().map(service -> FACILITY_KINDS.getOrDefault(service, "12"));
    }

    private Use prevention() {
        Optional<Institution> subcontracted =
                chance(Salt.SERVICE, 3) == 0 ? Optional.of(office("43")) : Optional.empty();
        return new Use("46", office("46"), subcontracted);
    }

    private Use use(String service) {
        return new Use(service, office(service), Optional.empty());
    }

    private Institution office(String service) {
        return insured.institutions().office(insured.draw(), service);
    }

    private int chance(Salt salt, int bound) {
        return insured.draw().below(bound, salt);
    }
}
