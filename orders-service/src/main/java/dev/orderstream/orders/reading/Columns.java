package dev.orderstream.orders.reading;

import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.content.OrderJson;
import dev.orderstream.orders.lifecycle.OrderFacts;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/// How the JSON columns become records.
final class Columns {

    private Columns() {}

    /// The column `content`.
    @Converter
    static class Content implements AttributeConverter<OrderContent, String> {
        @Override
        public String convertToDatabaseColumn(OrderContent content) {
            return OrderJson.write(content);
        }

        @Override
        public OrderContent convertToEntityAttribute(String json) {
            return OrderJson.read(json, OrderContent.class);
        }
    }

    /// The column `facts`.
    @Converter
    static class FactsJson implements AttributeConverter<OrderFacts, String> {
        @Override
        public String convertToDatabaseColumn(OrderFacts facts) {
            return OrderJson.write(facts);
        }

        @Override
        public OrderFacts convertToEntityAttribute(String json) {
            return OrderJson.read(json, OrderFacts.class);
        }
    }
}
