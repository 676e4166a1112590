package dev.orderstream.localstack.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `application/x-www-form-urlencoded` text; `a[]=x&a[]=y` becomes `a[0]`, `a[1]`.
public final class FormText {

    private FormText() {}

    public static Map<String, String> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            if (end > from) {
                put(values, text.substring(from, end));
            }
            from = end + 1;
        }
        return values;
    }

    private static void put(Map<String, String> values, String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (name.endsWith("[]")) {
            String list = name.substring(0, name.length() - 1);
            int index = 0;
            while (values.containsKey(list + index + "]")) {
                index++;
            }
            values.put(list + index + "]", value);
        } else {
            values.put(name, value);
        }
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused(400, "Malformed percent-encoding");
        }
    }
}
