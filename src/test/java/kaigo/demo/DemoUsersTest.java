package kaigo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import kaigo.TestServer;
import kaigo.generate.DemoCountry;
import kaigo.generate.DemoCountry.DemoInsurer;
import kaigo.generate.MunicipalFiles;
import kaigo.generate.Records;
import kaigo.intake.Loads;
import kaigo.layout.Form;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InstitutionId;
import org.junit.jupiter.api.Test;

class DemoUsersTest {

    @Test
    void of_whom_an_office_of_the_demo_serves_four_in_five_stand_in_its_list() throws Exception {
        DemoCountry country = DemoCountry.of(TestServer.TODAY);
        DemoInsurer city = country.insurers().getFirst();
        load(city);
        TestServer.bean(DemoInstitutions.class).seed(DemoCountry.institutions(), city.prefecture());
        TestServer.bean(DemoOffices.class).createAll();
        TestServer.bean(DemoUsers.class).add(country, city);

        long all = 0;
        for (InstitutionId office : DemoOffices.checking().keySet()) {
            long served = country.served(city)
                    .filter(one -> one.offices().contains(office.number()) && one.birthDate() != null)
                    .count();
            assertThat(count("insured.viewing", office, city))
                    .as(office.number())
                    .isEqualTo((int) (served - served / 5));
            all += served;
        }
        assertThat(all).isGreaterThan(30);
    }

    private static void load(DemoInsurer city) {
        Insurers insurers = TestServer.bean(Insurers.class);
        insurers.put(Insurer.preparing(city.number(), city.name(), city.prefecture())
                .with(city.loadFrom(), null, null, null));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Records persons = Records.initial(city.population());
        MunicipalFiles.write(file, persons, Form.NDJSON);
        Loads.awaitStatus(
                Loads.accepted(Loads.offer(city.number(), file.toByteArray(), persons.fileName(Form.NDJSON))),
                "status not in (10, 20)");
        insurers.put(insurers.find(city.number()).orElseThrow().with(city.dailyFrom(), city.startedOn()));
    }

    private static int count(String table, InstitutionId office, DemoInsurer city) {
        return Loads.database()
                .sql("select count(*) from " + table + " where office_number = ? and insurer_number = ?")
                .params(office.number(), city.number().value())
                .query(Integer.class)
                .single();
    }
}
