"""The buckets of tables on Apache Spark; nothing else imports PySpark."""
