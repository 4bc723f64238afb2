package kaigo.insured;

import java.time.LocalDate;
import java.util.List;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 被保険者の検索: an insurer's staff looks for one of its own insured, as somebody on the telephone names himself. */
@Component
public class OwnInsured {

    /** Whoever finds more has to say more. */
    public static final int MOST = 50;

    private final Gate gate;
    private final OwnInsuredSearchStore store;

    OwnInsured(Gate gate, OwnInsuredSearchStore store) {
        this.gate = gate;
        this.store = store;
    }

    /** 支援措置: the address is for the insurer's eyes only. */
    public boolean isProtected(InsurerPermit permit, InsuredNumber insured) {
        return store.isProtected(permit, insured);
    }

    /**
     * @param typed 被保険者番号 or its beginning, or a part of the name or its kana
     * @param birth 生年月日, or null for any
     * @return one more than {@link #MOST}, if there are more
     */
    public List<Person> search(InsurerViewer viewer, String typed, @Nullable LocalDate birth) {
        return gate.look(viewer, Purpose.FIND_PERSON, permit -> {
            List<Person> found = store.search(permit, typed, birth, MOST + 1);
            return new Looked<>(found, found.stream().map(Person::insuredNumber).toList());
        });
    }
}
