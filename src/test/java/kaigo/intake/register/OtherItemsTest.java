package kaigo.intake.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.insured.load.PersonTarget;
import kaigo.layout.CanonicalForm;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A new optional item of a layout file is stored without a line of Java and without a migration. */
class OtherItemsTest {

    private static final Existing HELD = new Existing(false, new byte[32], Instant.EPOCH, Existing.Sheets.NONE);
    private static final String LAST = "  - {nr: 26,";
    private static final String ADDED =
            "  - {nr: 27, name: 電話番号, code: phone, type: AN, length: 1-13, required: optional, source: proposed}\n";

    @Test
    void a_new_optional_item_is_stored_and_its_earlier_value_is_history() throws Exception {
        try (Connection connection = TestDatabase.asOwner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var database = new SingleConnectionDataSource(connection, true);
            var writer = new TargetWriter(PersonTarget.TARGET, JdbcClient.create(database), new Copier(database));

            write(writer, "0970000001", false);
            assertThat(phone(statement, "insured.person")).isEqualTo("0970000001");

            write(writer, "0970000002", true);
            assertThat(phone(statement, "insured.person")).isEqualTo("0970000002");
            assertThat(phone(statement, "insured.person_history")).isEqualTo("0970000001");
            connection.rollback();
        }
    }

    @Test
    void the_my_number_is_no_such_item() throws IOException {
        assertThat(new OtherItems(PersonTarget.TARGET).json(row("0970000001"))).isEqualTo("{\"phone\":\"0970000001\"}");
    }

    private static void write(TargetWriter writer, String phone, boolean again) {
        InsurerNumber insurer = new InsurerNumber("442012");
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        TestServer.bean(Gate.class).job("test", "other items", permit -> {
            try {
                Row row = row(phone);
                Arrival arrival = Arrival.of(row, PersonTarget.TARGET, new CanonicalForm(row.layout()));
                writer.existing(permit, insurer, List.of(arrival));
                if (again) {
                    writer.replace(permit, insurer, arrival, now.toString(), HELD);
                } else {
                    writer.create(permit, insurer, arrival, now.toString());
                }
                writer.flush(permit, insurer, now);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Row row(String phone) throws IOException {
        Row row = Layouts.parse(edited()).newRow(2);
        List.of(
                        "insurerNumber=442012",
                        "insuredNumber=9999999999",
                        "sourceUpdatedAt=20261031180005",
                        "myNumber=123456789018",
                        "name=架空　太郎",
                        "nameKana=カクウ　タロウ",
                        "birthDate=19340611",
                        "birthDateUnknown=0",
                        "sex=1",
                        "address=架空町１丁目",
                        "insuredCategory=1",
                        "qualifiedFrom=20000401",
                        "residenceException=1",
                        "protectionFlag=0",
                        "phone=" + phone)
                .forEach(item -> row.text(
                        row.layout().position(item.substring(0, item.indexOf('='))),
                        item.substring(item.indexOf('=') + 1)));
        return row;
    }

    private static String edited() throws IOException {
        try (InputStream in = OtherItemsTest.class.getResourceAsStream("/layouts/M01-2.02.yaml")) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String last = file.lines()
                            .filter(line -> line.startsWith(LAST))
                            .findFirst()
                            .orElseThrow() + "\n";
            return file.replace(last, last + ADDED);
        }
    }

    private static String phone(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select other_items ->> 'phone' from " + table + " where insured_number = '9999999999'")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
