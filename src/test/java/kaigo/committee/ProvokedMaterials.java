package kaigo.committee;

import java.io.IOException;
import kaigo.api.Systems;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;

/** Every answer of the operations of 審査会資料. */
public final class ProvokedMaterials {

    private static final String JSON = "application/json";
    private static final String REASON = "{\"reason\":\"x\"}";

    private ProvokedMaterials() {}

    public static void provoke(InsurerNumber insurer, Systems system) throws IOException {
        Loads.database().sql("""
                insert into committee.meeting (insurer_number, meeting, material_no, panel_no, planned_at, viewing, open_from,
                    open_to, version)
                select ?, gen_random_uuid(), 'CONTRACT', '1', t, '2', t, t + interval '7 days', 1
                from (select timestamptz '2026-11-20 08:00+09' as t) s on conflict do nothing""").param(insurer.value()).update();
        Loads.database().sql("""
                insert into committee.version (insurer_number, meeting, version, sha256, pages, remark, published_at, published_by)
                select insurer_number, meeting, 1, '', 1, '', open_from, 'test' from committee.meeting
                where insurer_number = ? on conflict do nothing""").param(insurer.value()).update();
        String one = "/v1/insurers/" + insurer.value() + "/committee-materials/CONTRACT";
        Systems.without().get(one);
        system.get(one);
        system.get(one, "Accept", "image/png");
        system.get(one + "x");
        String recall = one + "/recall";
        Systems.without().send("POST", recall, JSON, REASON);
        system.send("POST", recall, JSON, "{}");
        system.send("POST", recall, "text/plain", "x");
        system.send("POST", recall, JSON, REASON, "Accept", "image/png");
        system.send("POST", one + "x/recall", JSON, REASON);
        system.send("POST", recall, JSON, REASON);
    }
}
