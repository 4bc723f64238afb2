package kaigo.intake;

import java.util.ArrayList;
import java.util.List;
import kaigo.layout.ErrorId;
import kaigo.layout.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 指摘 as {@code intake.result} keeps them: one array [error id, item or null, parameters...] for each. */
public final class FindingJson {

    private static final JsonMapper JSON = new JsonMapper();

    private FindingJson() {}

    static Finding one(String json) {
        return finding(JSON.readTree(json));
    }

    public static List<Finding> all(@Nullable String json) {
        List<Finding> findings = new ArrayList<>();
        if (json != null) {
            JSON.readTree(json).forEach(one -> findings.add(finding(one)));
        }
        return findings;
    }

    /** Null if there is none. */
    public static @Nullable String write(List<Finding> findings) {
        if (findings.isEmpty()) {
            return null;
        }
        List<List<@Nullable String>> written = new ArrayList<>();
        for (Finding finding : findings) {
            List<@Nullable String> one = new ArrayList<>();
            one.add(finding.id().name());
            one.add(finding.item());
            one.addAll(finding.parameters());
            written.add(one);
        }
        return JSON.writeValueAsString(written);
    }

    private static Finding finding(JsonNode one) {
        List<String> parameters = new ArrayList<>();
        for (int i = 2; i < one.size(); i++) {
            parameters.add(one.get(i).asString());
        }
        String item = one.get(1).isNull() ? null : one.get(1).asString();
        return new Finding(ErrorId.valueOf(one.get(0).asString()), item, parameters);
    }
}
