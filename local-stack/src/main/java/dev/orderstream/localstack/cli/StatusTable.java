package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.status.StackStatus;
import java.util.ArrayList;
import java.util.List;

/// A stack's status as aligned columns.
final class StatusTable {

    private StatusTable() {}

    static String of(StackStatus status) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("PROCESS", "STATE", "PID", "ADDRESS", "RESTARTS"));
        status.processes()
                .forEach(process ->
                        rows.add(
                                List.of(
                                        process.name(),
                                        process.state(),
                                        process.pid() == 0 ? "-" : Long.toString(process.pid()),
                                        process.address(),
                                        Integer.toString(process.restarts()))));
        rows.add(List.of("", "", "", "", ""));
        rows.add(List.of("CONNECTOR", "STATE", "TASKS", "", ""));
        status.connectors()
                .forEach(connector ->
                        rows.add(
                                List.of(
                                        connector.name(),
                                        connector.state(),
                                        String.join(",", connector.tasks()),
                                        "",
                                        "")));
        return aligned(rows);
    }

    private static String aligned(List<List<String>> rows) {
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var column = 0; column < row.size(); column++) {
                line.append(("%-" + width(rows, column) + "s  ").formatted(row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }
}
