package kaigo.insured.rules;

import java.util.List;
import kaigo.insured.LinkState;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/** 手順の終わり: what is to be sent, or what stays as it is. */
public enum LinkEnd {
    /** ⑤ ⑥, and whenever the number is known at last. */
    SEND_UPDATE(null, UpdateType.UPDATE),
    /** Birth date or sex of the own register was wrong: the corrected record goes. */
    SEND_CORRECTED(null, UpdateType.UPDATE),
    /** ②-2. */
    DELETE_THEN_NEW(null, UpdateType.DELETE, UpdateType.CREATE),
    /** ⑦ 適用除外者. */
    LEAVE_EXEMPT(LinkState.EXEMPT),
    /** ⑦ 医療保険加入状況の確認ができない. */
    LEAVE_UNCONFIRMABLE(LinkState.UNCONFIRMABLE),
    /** The other 被保険者番号 carries a wrong マイナンバー. */
    MEND_OTHER_THEN_UPDATE(null, UpdateType.UPDATE),
    /** One person, two numbers: the other one is out of use. */
    DELETE_OTHER_THEN_UPDATE(null, UpdateType.UPDATE),
    /** One person, two numbers: this one is out of use. */
    DELETE_THIS(null, UpdateType.DELETE);

    private final @Nullable LinkState lasting;
    private final List<UpdateType> toSend;

    LinkEnd(@Nullable LinkState lasting, UpdateType... toSend) {
        this.lasting = lasting;
        this.toSend = List.of(toSend);
    }

    /** The lasting state that is recorded here, or null. */
    public @Nullable LinkState lasting() {
        return lasting;
    }

    /** 更新区分情報 of the records to send for this person, in their order. */
    public List<UpdateType> toSend() {
        return toSend;
    }
}
