package kaigo.committee.load;

import java.util.List;
import kaigo.layout.Relation.KnownDocument;
import kaigo.layout.Target;
import kaigo.layout.items.M11;
import kaigo.layout.items.M11Cases;
import kaigo.layout.items.M11Members;

/**
 * 認定審査会資料 (M11) → {@code committee.material} with its cases and members. It belongs to the insurer that holds the
 * meeting; of another insurer's case (共同設置) it holds the numbers only (rulings 42).
 */
public final class MaterialTarget {

    public static final Target TARGET = Target.of(
                    "M11", "committee.material", List.of(M11.MATERIAL_NO), M11.ALL, new MaterialRule())
            .with("cases", "committee.material_case", M11Cases.ALL)
            .with("members", "committee.material_member", M11Members.ALL)
            .checking(new KnownDocument(M11.SHA256, M11.PAGES));

    private MaterialTarget() {}
}
