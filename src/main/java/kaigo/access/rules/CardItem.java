package kaigo.access.rules;

import java.util.Set;

/**
 * 被保険者証の項目 that are compared beside 保険者番号 and 被保険者番号. Which make the four items is not public: a choice of the
 * installation, by default 生年月日 and 性別 (webservice.md 4; proposed, ours).
 */
public enum CardItem {
    BIRTH_DATE,
    SEX,
    NAME_KANA;

    static final Set<CardItem> BY_DEFAULT = Set.of(BIRTH_DATE, SEX);
}
