package kaigo.viewing;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;

/**
 * A care manager's desk: a started insurer with one person, an office near it and its browser without script.
 *
 * @param person address of the person's 利用者詳細
 */
record Desk(InsurerNumber insurer, FullRecords records, SampleOffice office, OfficeBrowser browser, String person) {

    static Desk open() {
        InsurerNumber insurer = TestServer.insurerDaily();
        FullRecords records = new FullRecords(insurer);
        TestServer.start(insurer);
        records.person();
        Loads.forgetResults(insurer);
        SampleOffice office = SampleOffice.near(insurer);
        String person = "/office/users/" + Handles.of(insurer, FullRecords.PERSON);
        return new Desk(insurer, records, office, OfficeBrowser.of(office), person);
    }

    /** One whose office knows the person already, and has on its lists what there was then. */
    static Desk known() {
        Desk desk = open();
        desk.add(Map.of());
        Followed.await(desk.insurer());
        return desk;
    }

    /** 本人確認 by the items of the card, some of them typed otherwise. */
    HttpResponse<String> add(Map<String, String> other) {
        Map<String, String> form = new HashMap<>(Map.of(
                "cardInsurer",
                insurer.value(),
                "cardInsured",
                FullRecords.PERSON,
                "cardBirth",
                "昭和9年6月11日",
                "cardSex",
                "1"));
        form.putAll(other);
        return browser.post("/office/users/new", form);
    }
}
