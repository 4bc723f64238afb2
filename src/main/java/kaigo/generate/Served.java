package kaigo.generate;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 利用者: somebody whom offices serve, with what stands on the card that they look at.
 *
 * @param birthDate null: 不詳
 * @param sex code of M01
 * @param offices 事業所番号, also of an office that works for a 包括
 */
public record Served(
        String insuredNumber, @Nullable LocalDate birthDate, String sex, String nameKana, Set<String> offices) {

    /** Empty for somebody whom nobody serves on the day. */
    static Stream<Served> of(Insured insured) {
        ServiceUse use = new ServiceUse(insured);
        boolean isInsured = insured.lostOn() == null && !use.since().isAfter(insured.day());
        return isInsured
                ? insured.inForceOn(insured.day()).stream().map(inForce -> of(insured.person(), use, inForce))
                : Stream.empty();
    }

    private static Served of(Person person, ServiceUse use, Certification inForce) {
        Set<String> offices = use.uses(inForce).stream()
                .flatMap(one -> Stream.concat(Stream.of(one.office()), one.subcontracted().stream()))
                .map(FictitiousInstitutions.Institution::number)
                .collect(Collectors.toUnmodifiableSet());
        return new Served(
                person.insuredNumber(),
                person.birth().date(),
                person.sex().code(),
                person.name().kana(),
                offices);
    }

    /** Never the values, as everywhere. */
    @Override
    public String toString() {
        return "Served[fictitious]";
    }
}
