package kaigo.certification.load;

import java.util.List;
import kaigo.layout.Relation.KnownHistory;
import kaigo.layout.Target;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Basic;
import kaigo.layout.items.M08Notes;
import kaigo.layout.items.M08Opinion;
import kaigo.layout.items.M08Overview;
import kaigo.layout.items.M10;

/** 要介護認定 (M07 and M08, M10) → {@code certification}. */
public final class CertificationTargets {

    /** One 要介護認定履歴番号 with its 概況調査, 基本調査, 特記事項 and 主治医意見書. */
    public static final Target APPLICATION = Target.of(
                    "M08",
                    "certification.application",
                    List.of(M08.INSURED_NUMBER, M08.HISTORY_NO),
                    M08.ALL,
                    new ApplicationRule())
            .with("overview", "certification.overview", M08Overview.ALL)
            .with("basic", "certification.basic", M08Basic.ALL)
            .with("notes", "certification.note", M08Notes.ALL)
            .with("opinion", "certification.opinion", M08Opinion.ALL);

    public static final Target PROGRESS = Target.of(
                    "M10",
                    "certification.progress",
                    List.of(M10.INSURED_NUMBER, M10.HISTORY_NO),
                    M10.ALL,
                    new ProgressRule())
            .checking(new KnownHistory(M10.HISTORY_NO));

    private CertificationTargets() {}
}
