// GLPKBackend
