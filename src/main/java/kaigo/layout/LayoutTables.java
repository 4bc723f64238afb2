package kaigo.layout;

import java.util.List;

/** The parts of a layout file below its head. */
record LayoutTables(
        List<LayoutItem> items,
        List<LayoutItem> key,
        List<Layout.Period> periods,
        List<Layout.Relation> relations,
        List<Sheet> sheets) {}
