package kaigo.generate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.generate.Draw.Salt;
import kaigo.shared.ResourceTable;
import kaigo.shared.Sex;

/** 氏名: surname and a given name of the time of birth, from our own short lists (data/fictitious-names.csv). */
final class Names {
    private static final Map<String, List<Written>> LISTS = ResourceTable.read("/data/fictitious-names.csv").stream()
            .skip(1)
            .collect(Collectors.groupingBy(
                    List::getFirst,
                    Collectors.mapping(items -> new Written(items.get(1), items.get(2)), Collectors.toList())));
    private static final char BLANK = '\u3000';
    private static final List<Written> SURNAMES = list("surname");
    private static final List<Written> MALE_BEFORE_1945 = list("male-before-1945");
    private static final List<Written> MALE_FROM_1945 = list("male-from-1945");
    private static final List<Written> FEMALE_BEFORE_1945 = list("female-before-1945");
    private static final List<Written> FEMALE_FROM_1945 = list("female-from-1945");

    /** Surnames that are hard to carry. 神 here is U+FA19; 𡈽 lies outside the Basic Multilingual Plane. */
    private static final Map<Trait, List<Written>> RARE = Map.of(
            Trait.THIRD_LEVEL,
            List.of(
                    new Written("山﨑", "ヤマザキ"),
                    new Written("德田", "トクダ"),
                    new Written("\uFA19谷", "カミヤ"),
                    new Written("𡈽屋", "ツチヤ")),
            Trait.FOURTH_LEVEL,
            List.of(new Written("𣘺本", "ハシモト"), new Written("𣜜田", "クヌギダ")),
            Trait.OUTSIDE_LADDER_TAKA,
            List.of(new Written("髙橋", "タカハシ")),
            Trait.OUTSIDE_TSUCHI_YOSHI,
            List.of(new Written("𠮷田", "ヨシダ")));

    private Names() {}

    /** 文字とカナ. */
    record Written(String text, String kana) {}

    static Person.Name of(Draw draw, Trait trait, Sex sex, int birthYear) {
        Written surname = pick(RARE.getOrDefault(trait, SURNAMES), draw, Salt.SURNAME);
        Written given = pick(given(sex, birthYear), draw, Salt.GIVEN_NAME);
        String kana = surname.kana() + BLANK + given.kana();
        String text = surname.text() + BLANK + given.text();
        boolean male = sex == Sex.MALE;
        return trait == Trait.FOREIGN
                ? new Person.Name(male ? "ＫＡＫＵＵ　ＪＯＳＥ" : "ＫＡＫＵＵ　ＭＡＲＩＡ", male ? "カクウ　ホセ" : "カクウ　マリア", text)
                : new Person.Name(text, kana, null);
    }

    private static List<Written> given(Sex sex, int birthYear) {
        boolean early = birthYear < 1945;
        return switch (sex) {
            case MALE -> early ? MALE_BEFORE_1945 : MALE_FROM_1945;
            case FEMALE, UNKNOWN -> early ? FEMALE_BEFORE_1945 : FEMALE_FROM_1945;
        };
    }

    private static Written pick(List<Written> list, Draw draw, Salt salt) {
        return list.get(draw.below(list.size(), salt));
    }

    private static List<Written> list(String name) {
        return List.copyOf(LISTS.getOrDefault(name, List.of()));
    }
}
